"""Finds what Chromium prints wrongly where floats fill a page.

It leaves a heading at the foot of a page whose rest is filled by floats, whatever the style sheet says about breaks:
for it, the heading begins at the top of that page, behind the floats. And of a takeaway that has no room before a page
full of floats, it prints the frame here, the text behind the floats, and the label nowhere.
"""

from collections.abc import Sequence

import pypdfium2

_HEADING_LEVEL = 2  # in the outline: below the page's title (0) and a question (1)
_POINTS_PER_MM = 72 / 25.4
_FOOT = 15 * _POINTS_PER_MM  # what is lower stands in the margin
_LABEL = "keytakeaway"
_TELLING = 60  # letters by which a takeaway is found


def stranded_headings(pdf: bytes) -> list[int]:
    """Return which of the headings within questions, counted from 0 in their order, are the last line of a page.

    `pdf` is as Chromium makes it, with an outline of all headings. Raises pypdfium2.PdfiumError for bytes that are no
    PDF.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        last_on_page: dict[int, tuple[int, str]] = {}
        headings = [item for item in document.get_toc(max_depth=6) if item.level == _HEADING_LEVEL]
        for number, item in enumerate(headings):
            if destination := item.get_dest():
                last_on_page[destination.get_index()] = number, _letters(item.get_title())
        return [
            number
            for page, (number, title) in last_on_page.items()
            if (line := _letters(_last_line(document[page]))) and title.endswith(line)
        ]


def lost_labels(pdf: bytes, takeaways: Sequence[str]) -> list[int]:
    """Return which of the takeaways, counted from 0, stand on paper without their label.

    `takeaways` are their texts, in the order of the sheet. Raises pypdfium2.PdfiumError for bytes that are no PDF.
    """
    starts = [_letters(takeaway)[:_TELLING] for takeaway in takeaways]
    lost = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            printed = _letters(page.get_textpage().get_text_range())
            here = [number for number, start in enumerate(starts) if start in printed]
            missing = len(here) - printed.count(_LABEL)
            lost += here[: max(missing, 0)]  # those that a page begins with
    return lost


def _last_line(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    boxes = [box for i in range(text.count_rects()) if (box := text.get_rect(i))[1] >= _FOOT]
    if not boxes:
        return ""
    foot = min(bottom for _, bottom, _, _ in boxes)
    line = [box for box in boxes if box[1] < foot + 3]
    left, bottom = (min(box[i] for box in line) for i in (0, 1))
    right, top = (max(box[i] for box in line) for i in (2, 3))
    return text.get_text_bounded(left, bottom, right, top)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
