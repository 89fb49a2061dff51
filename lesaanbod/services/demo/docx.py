"""A small Word file, made of plain text, for a school to change: the same bytes every time."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TYPES_PART = (
    f'{XML}<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{RELATIONS_TYPE}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
)
RELATIONS_PART = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{DOCUMENT_RELATION}" Target="word/document.xml"/></Relationships>'
)
HEADING = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'


def build_docx(*, titel: str, alineas: Sequence[str]) -> bytes:
    """Return a Word file: the title as a heading of level 1, then the paragraphs."""
    body = _build_alinea(titel, kop=True) + "".join(_build_alinea(alinea) for alinea in alineas)
    parts = {
        "[Content_Types].xml": TYPES_PART,
        "_rels/.rels": RELATIONS_PART,
        "word/document.xml": f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
        "</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def _build_alinea(tekst: str, *, kop: bool = False) -> str:
    """Return one paragraph of Word's XML, marked as Dutch."""
    size = 32 if kop else 22
    looks = f'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="{size}"/>'
    return (
        f"<w:p>{HEADING if kop else ''}<w:r><w:rPr>{looks}"
        f'<w:lang w:val="nl-NL"/></w:rPr><w:t>{escape(tekst)}</w:t></w:r></w:p>'
    )
