"""What Chromium's PDFs lack: an author, an outline of questions only, few bytes, and the same ones every time."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, String


def finish(raw: bytes, title: str, author: str, reviewed: date, *, is_book: bool) -> bytes:
    """Return the PDF with its metadata and outline set, compressed, and free of what differs from run to run.

    `reviewed` becomes the date of the document. The outline has the questions in their order, in a book below their
    topics. Raises pikepdf.PdfError for bytes that are no PDF.
    """
    pikepdf.settings.set_flate_compression_level(9)
    with Pdf.open(BytesIO(raw)) as pdf:
        _outline(pdf, is_book)
        _metadata(pdf, title, author, reviewed)
        _structure_ids(pdf)
        out = BytesIO()
        pdf.save(
            out,
            object_stream_mode=ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
        return out.getvalue()


def page_numbers(raw: bytes, names: Iterable[str]) -> dict[str, int]:
    """Return the page (from 1) of each named place in a PDF. Raises KeyError for a name that nothing links to."""
    with Pdf.open(BytesIO(raw)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return {name: numbers[pdf.Root.Dests[f"/{name}"][0].objgen] for name in names}


def _outline(pdf: Pdf, is_book: bool) -> None:
    """Keep the headings of level 2, which are the questions; in a book those of level 1 above them."""
    with pdf.open_outline() as outline:
        topics = list(outline.root)
        for topic in topics:
            for question in topic.children:
                question.children.clear()
                question.is_closed = False
            topic.is_closed = True
        outline.root[:] = topics if is_book else [question for topic in topics for question in topic.children]
    pdf.Root.PageMode = Name.UseOutlines


def _metadata(pdf: Pdf, title: str, author: str, reviewed: date) -> None:
    stamp = String(f"D:{reviewed:%Y%m%d}000000Z")
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Creator=String(author),
            Producer=pdf.docinfo.get("/Producer", String("")),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Lang" not in pdf.Root:
        pdf.Root.Lang = String("en")


def _structure_ids(pdf: Pdf) -> None:
    """Number the ids of the structure tree from 1: Chromium takes them from a counter that runs on."""
    elements = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == "/StructElem" and "/ID" in o]
    ids = sorted({bytes(element.ID) for element in elements})
    new = {old: String(f"n{number:08d}") for number, old in enumerate(ids)}
    for element in elements:
        element.ID = new[bytes(element.ID)]
    for element in pdf.objects:
        if isinstance(element, Dictionary) and element.get("/Type") == "/StructElem" and "/A" in element:
            _rename_headers(element.A, new)
    if "/StructTreeRoot" in pdf.Root and "/IDTree" in pdf.Root.StructTreeRoot:
        _rename_tree(pdf.Root.StructTreeRoot.IDTree, new)


def _rename_headers(attributes: pikepdf.Object, new: dict[bytes, String]) -> None:
    for attribute in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(attribute, Dictionary) and "/Headers" in attribute:
            attribute.Headers = pikepdf.Array([new.get(bytes(header), header) for header in attribute.Headers])


def _rename_tree(node: Dictionary, new: dict[bytes, String]) -> None:
    if "/Limits" in node:
        node.Limits = pikepdf.Array([new[bytes(limit)] for limit in node.Limits])
    if "/Names" in node:
        node.Names = pikepdf.Array(
            [new[bytes(item)] if index % 2 == 0 else item for index, item in enumerate(node.Names)]
        )
    for kid in node.get("/Kids", []):
        _rename_tree(kid, new)
