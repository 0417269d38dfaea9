import pytest

from extract.failures import Unreadable
from extract.formats import html
from extract.reading.articles import Metadata

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Town buys buses | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2002-08"><link rel="canonical" href="https://gazette.example/buses">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Town buys buses</h1>
<p>The town of Riverton\u00a0has bought <b>forty</b>
   buses for \u201c$41 million\u201d, the co\u00adoperative <a href="/x">said</a> on Monday.</p>
<p>The first will run<br>in June, in caf\u0065\u0301 lane. \U0001f600</p>
<h2>Why now</h2><ul><li>The old buses are worn out and slow.</li><li>Petrol has become dear.</li></ul>
<table><tr><td>Year</td><td>Buses</td></tr><tr><td>2001</td><td>25</td></tr></table></article>
<div class="comments"><p>First comment!</p></div><footer>Copyright 2010 The Gazette</footer></body></html>"""


def test_html_gives_the_article_and_its_metadata():
    article = html.read(PAGE.encode())
    assert article.text == (
        "Town buys buses\n\n"
        "The town of Riverton has bought forty buses for \u201c$41 million\u201d, the co\u00adoperative said on Monday.\n\n"
        "The first will run\nin June, in caf\u0065\u0301 lane. \U0001f600\n\n"
        "Why now\n\nThe old buses are worn out and slow.\n\nPetrol has become dear.\n\nYear\tBuses\n\n2001\t25"
    )
    assert article.metadata == Metadata(
        "Town buys buses", "Ann Lee", "The Gazette", "2002-08", "https://gazette.example/buses", "en"
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta itemprop="datePublished" content="19 August 2002">', "2002-08-19"),
        ('<meta name="citation_publication_date" content="2002/08/19">', "2002-08-19"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "Person"}, {"datePublished": "2010-03-04T10:00"}]}</script>', "2010-03-04"),
        ('<script type="application/ld+json">{"broken": </script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<meta name="date" content="last Monday">', None),
        ('<meta property="article:modified_time" content="2002-08-19">', None),
    ],
)  # fmt: skip
def test_html_takes_the_date_only_where_it_is_stated(head, published):
    page = f"<html><head>{head}</head><body><p>The council voted on 3 May 2001 to buy buses.</p></body></html>"
    assert html.read(page.encode()).metadata.published == published


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b"<p>A bare paragraph, without a page around it", "A bare paragraph, without a page around it"),
        ('<html><meta charset="windows-1252"><p>L\u2019\u00e9t\u00e9 \u2014 caf\u00e9'.encode("cp1252"), "L\u2019\u00e9t\u00e9 \u2014 caf\u00e9"),
        ('<html><meta charset="iso-8859-2"><p>Pawe\u0142 z \u0141odzi'.encode("iso-8859-2"), "Pawe\u0142 z \u0141odzi"),
        ('<html><meta charset="no-such-thing"><p>caf\u00e9'.encode("cp1252"), "caf\u00e9"),
        ('<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>caf\u00e9</p></body></html>'.encode(), "caf\u00e9"),
        (b"<html><body><p>Fish &amp; chips &lt; $5</p><!-- hidden --><script>var x</script></body></html>", "Fish & chips < $5"),
    ],
)  # fmt: skip
def test_html_reads_small_and_odd_pages(page, text):
    assert html.read(page).text == text


def test_html_does_not_expand_entities_of_its_own():
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><p>Text &b;&b; ends.</p>'
    )
    assert "aaaaaaaaaa" not in html.read(bomb.encode()).text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "is a web page in which no article is found: save the article's text as .txt"),
        (b"<!-- -->", "is not a web page that can be read: save it again from the browser, or as text"),
        (b"<b>" * 100_001, "holds more than 100,000 tags: save the article alone, as text or a smaller page"),
        (b"<html>\0\0\0</html>", "is not text but binary data: check its name, or save it as text in UTF-8"),
    ],
)
def test_html_says_why_it_cannot_be_read(page, reason):
    with pytest.raises(Unreadable) as raised:
        html.read(page)
    assert str(raised.value) == reason
