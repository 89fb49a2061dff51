"""A small tagged PDF, made of plain text: the same bytes every time."""

import io
import textwrap
from collections.abc import Sequence

REGELBREEDTE = 84
"""Characters of 11-point Helvetica that fit between the margins of an A4."""

FIRST_ALINEA = 9
"""Number of the object that tags the heading; the paragraphs follow it."""


def build_pdf(*, titel: str, alineas: Sequence[str]) -> bytes:
    """Return a PDF of one page: a heading and paragraphs, tagged so that it can be read aloud.

    Raises UnicodeEncodeError for a character outside Windows-1252.
    """
    tags = ["H1", *("P" for _ in alineas)]
    refs = " ".join(f"{FIRST_ALINEA + number} 0 R" for number in range(len(tags))).encode()
    content = _build_content(titel, alineas)
    title = (b"\xfe\xff" + titel.encode("utf-16-be")).hex().encode()
    return _join_objects(
        [
            (
                b"<</Type/Catalog/Pages 2 0 R/Lang(nl-NL)/MarkInfo<</Marked true>>"
                b"/StructTreeRoot 6 0 R/ViewerPreferences<</DisplayDocTitle true>>>>"
            ),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
                b"/Tabs/S/Resources<</Font<</F1 5 0 R>>>>>>"
            ),
            b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>",
            b"<</Type/StructElem/S/Document/P 6 0 R/K[%b]>>" % refs,
            b"<</Nums[0[%b]]>>" % refs,
            *(
                f"<</Type/StructElem/S/{tag}/P 7 0 R/Pg 3 0 R/K {number}>>".encode()
                for number, tag in enumerate(tags)
            ),
            b"<</Title<%b>>>" % title,
        ]
    )


def _build_content(titel: str, alineas: Sequence[str]) -> bytes:
    """Return the drawing orders of the page; every paragraph carries its number as a mark."""
    orders = ["BT 1 0 0 1 64 764 Tm 16 TL"]
    for number, alinea in enumerate([titel, *alineas]):
        tag, size = ("P", 11) if number else ("H1", 18)
        orders.append(f"/{tag}<</MCID {number}>>BDC /F1 {size} Tf")
        regels = textwrap.wrap(alinea, REGELBREEDTE)
        orders += [f"<{regel.encode('cp1252').hex()}>Tj T*" for regel in regels]
        orders.append("EMC T*")
    return "\n".join([*orders, "ET"]).encode()


def _join_objects(objects: Sequence[bytes]) -> bytes:
    """Return the file: the objects, numbered from 1, and the table of where each one begins.

    The first object is the catalog, the last one holds the title.
    """
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    begins = []
    for number, body in enumerate(objects, start=1):
        begins.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % begin for begin in begins)
    out.write(
        b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(objects), table)
    )
    return out.getvalue()
