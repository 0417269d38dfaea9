import pytest

from extract.reading.articles import Metadata, by_field, field_named, language_code, metadata_from
from extract.reading.detect import detect_language
from extract.reading.published import partial_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2002-08-19", "2002-08-19"),
        ("2002-08", "2002-08"),
        ("2002", "2002"),
        ("2002-08-19T23:30:00-05:00", "2002-08-19"),
        ("2002/8/19", "2002-08-19"),
        ("2002.08.19", "2002-08-19"),
        ("20020819", "2002-08-19"),
        ("19 August 2002", "2002-08-19"),
        ("Aug. 19, 2002", "2002-08-19"),
        ("Mon, 19 Aug 2002 10:00:00 GMT", "2002-08-19"),
        ("Thursday 5 March 2020, 6:14 PM", "2020-03-05"),
        ("August 2002", "2002-08"),
        ("13/04/2002", "2002-04-13"),
        ("04/13/2002", "2002-04-13"),
        ("03/04/2002", "2002"),  # 3 April or 4 March: only the year is certain
        ("04/04/2002", "2002-04-04"),
        ("31 February 2002", None),
        ("2002-13-45", None),
        ("19/08/02", None),
        ("yesterday", None),
        ("Monday", None),
        ("3 days ago", None),
        ("Vol. 3 2002", None),
        ("0203-01-01", None),
        ("", None),
        ("The town council met on 19 August 2002 and again a week later, on the 26th", None),
    ],
)
def test_partial_date_gives_only_what_is_stated(written, date):
    assert partial_date(written) == date


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Title", "title"),
        ("HEADLINE", "title"),
        ("Publication Date", "published"),
        ("pub-date", None),
        ("date", "published"),
        ("body", "text"),
        ("sources", None),
    ],
)
def test_field_named_knows_common_headings(heading, field):
    assert field_named(heading) == field


def test_by_field_prefers_our_own_name():
    assert by_field({"text": "ours", "body": "theirs", 3: "x", "desk": "y"}) == {"text": "ours"}


@pytest.mark.parametrize(
    ("values", "metadata"),
    [
        (
            {"title": " Two\n lines ", "author": ["Ann Lee", "Bo Ek"]},
            Metadata(title="Two lines", author="Ann Lee; Bo Ek"),
        ),
        ({"title": "Microsoft Word - draft3.doc", "author": "Windows User"}, Metadata()),
        ({"title": "letter_final.docx", "author": "python-docx"}, Metadata()),
        ({"title": "Word of mouth", "author": "Ada Adminsky"}, Metadata(title="Word of mouth", author="Ada Adminsky")),
        ({"title": "null", "author": "", "url": {"a": "b"}, "publication": "x" * 600}, Metadata()),
        ({"published": 2002, "language": "en-GB"}, Metadata(published="2002", language="en")),
    ],
)
def test_metadata_from_takes_what_people_meant(values, metadata):
    assert metadata_from(values) == metadata


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("English", "en"),
        ("no", "no"),
        ("klingon", None),
        ("", None),
        (None, None),
    ],
)
def test_language_code_takes_two_letters(value, code):
    assert language_code(value) == code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said on Tuesday that it would buy forty new buses for the north of the town by June.", "en"),
        ("Der Stadtrat teilte am Dienstag mit, dass er bis Juni vierzig neue Busse für den Norden der Stadt kaufen werde.", "de"),
        ("Le conseil municipal a annoncé mardi qu'il achèterait quarante nouveaux bus pour le nord de la ville d'ici juin.", "fr"),
        ("El ayuntamiento anunció el martes que comprará cuarenta autobuses nuevos para el norte de la ciudad antes de junio.", "es"),
        ("市议会周二表示,将在六月之前为城市北部购买四十辆新公共汽车。这项计划将耗资数百万元,并将由市政府和省政府共同出资。", "zh"),
        ("Der Stadtrat", "en"),
        ("", "en"),
        ("1 2 3 4 5 6 7 8 9 " * 20, "en"),
        ("Xinji Shijiazhuang Baoding Tangshan Handan Xingtai Langfang Cangzhou Hengshui Chengde Zhangjiakou Qinhuangdao", "en"),
    ],
)  # fmt: skip
def test_detect_language_calls_the_unclear_english(text, language):
    assert detect_language(text) == language
