"""DOCX with real footnotes: Word, LibreOffice and Pages number and place them.

python-docx makes the document; footnotes, which it does not know, are a part of their own beside it
(ECMA-376 part 1, 17.11).
"""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from kb.citations.entry import Entry
from kb.citations.fragments import opening_at
from kb.citations.paper import Paper, linked, source_note
from kb.citations.runs import Run, Runs, legible

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
"""
REFERENCE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{what}/></w:r>'
PROPERTIES = {
    "bold": "<w:b/>", "italic": "<w:i/>", "small_caps": "<w:smallCaps/>", "underline": '<w:u w:val="single"/>',
    "raised": '<w:vertAlign w:val="superscript"/>', "lowered": '<w:vertAlign w:val="subscript"/>',
}  # fmt: skip


def write_docx(paper: Paper) -> bytes:
    """Return a paper as a file for word processors."""
    document = Document()
    _set_up(document, paper.title)
    document.add_heading(_text(paper.title), 0)
    if paper.lead:
        document.add_paragraph(_text(paper.lead))
    number = 0
    for section in paper.sections:
        if section.heading:
            document.add_heading(_text(section.heading), 1)
        for line in section.lines:
            number += 1
            if line.before:
                document.add_paragraph(_text(line.before)).paragraph_format.keep_with_next = True
            _quote(document, line.entry, number)
            if line.after:
                document.add_paragraph(_text(line.after))
    _sources(document, paper)
    _add_footnotes(document, paper)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Any, title: str) -> None:
    """Name the file's makers and add the styles that footnotes use."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _text(title)[:255], "Footnote", ""
    note = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size = Pt(9)
    note.paragraph_format.space_after = Pt(2)
    note.element.set(_w("styleId"), "FootnoteText")
    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    reference.element.set(_w("styleId"), "FootnoteReference")
    pointers = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    settings = parse_xml(f"<w:footnotePr {nsdecls('w')}>{pointers}</w:footnotePr>")
    document.settings.element.find(_w("compat")).addprevious(settings)


def _quote(document: Any, entry: Entry, number: int) -> None:
    """Add the cited words, which link to their place on the web, with their footnote's number."""
    paragraph = document.add_paragraph(style="Quote")
    words = Run(f"“{entry.text}”")
    _append(paragraph, _link(document.part, words, opening_at(entry)))
    _append(paragraph, REFERENCE.format(what=f'footnoteReference w:id="{number}"'))


def _sources(document: Any, paper: Paper) -> None:
    document.add_heading("Sources", 1)
    for runs, entry in paper.sources:
        paragraph = document.add_paragraph()
        for run, address in linked(runs, entry):
            _append(paragraph, _link(document.part, run, address))
        paragraph.add_run().add_break()
        paragraph.add_run(source_note(entry)).font.size = Pt(8)
    document.add_paragraph(_text(f"Citation style: {paper.style}."))


def _add_footnotes(document: Any, paper: Paper) -> None:
    """Add the part that holds the notes; note n belongs to line n."""
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, b"", document.part.package)
    notes = zip(paper.lines, paper.notes, strict=True)
    written = "".join(_footnote(part, runs, line.entry, n) for n, (line, runs) in enumerate(notes, 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part._blob = f"{head}<w:footnotes {nsdecls('w', 'r')}>{SEPARATORS}{written}</w:footnotes>".encode()
    document.part.relate_to(part, f"{RELATION}/footnotes")


def _footnote(part: Part, runs: Runs, entry: Entry, number: int) -> str:
    inside = "".join(_link(part, run, address) for run, address in linked(runs, entry))
    head = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>' + REFERENCE.format(what="footnoteRef")
    return f'<w:footnote w:id="{number}"><w:p>{head}{_run(Run(" "))}{inside}</w:p></w:footnote>'


def _append(paragraph: Any, xml: str) -> None:
    """Add a run or a link to a paragraph."""
    for child in parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>"):
        paragraph._p.append(child)


def _link(part: Part, run: Run, address: str | None) -> str:
    if not address:
        return _run(run)
    relation = part.relate_to(address, f"{RELATION}/hyperlink", is_external=True)
    return f'<w:hyperlink r:id="{relation}">{_run(run)}</w:hyperlink>'


def _run(run: Run) -> str:
    looks = "".join(xml for look, xml in PROPERTIES.items() if getattr(run, look))
    text = escape(_text(" ".join(run.text.split("\n"))))
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _text(text: str) -> str:
    return legible(text)
