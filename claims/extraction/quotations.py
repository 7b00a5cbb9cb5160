"""Finds quotations in a text by their marks, whatever the language's typography.

Marks are paired inside a paragraph by the kinds that belong together. A quotation that is not
closed ends with its paragraph; a next paragraph that opens with the same mark continues it. A
single mark without a partner is skipped and never stops the rest of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extraction.records import Span

# For each opening mark, the marks that may close it. German opens with the English closing pair
# and closes with the English opening pair, so one character may do both.
CLOSERS = {
    "„": '“”"',
    "“": '”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‚": "‘’'",
    "‘": "’",
    '"': '"”',
    "「": "」",
    "‟": "”",
}
MARKS = set("„“”«»‹›‚‘’\"「」‟'")
SINGLE = set("‚‘‹›'")
BLANK = " \t\u00a0\u202f\u2009"
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks ``[start, end)`` and the words between them ``[inner_start, inner_end)``."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_closed: bool = True

    @property
    def inner(self) -> Span:
        return self.inner_start, self.inner_end


def paragraphs(text: str) -> Iterator[Span]:
    """Lines that hold more than blanks, without their line ends."""
    for match in PARAGRAPH.finditer(text):
        if match.group().strip():
            yield match.span()


def _is_apostrophe(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before.isalnum() and after.isalnum()


def _can_open(text: str, at: int, start: int) -> bool:
    """Straight and ambiguous marks open after a blank, a bracket or at the start, before a word."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] == '"':
        return (before in BLANK or before in "([{—–-:/’'>„“«") and after not in BLANK + ".,;:!?)"
    if text[at] in "«":
        return True
    if text[at] == "»":
        # »…« opens before a word; at a line's start followed by a blank it is a bullet.
        return (
            (before in BLANK or before in "([—–-")
            and after not in BLANK
            and at > start
            or at == start
            and after not in BLANK
        )
    return after not in BLANK or text[at] in "„“"


def _close(text: str, at: int, end: int) -> int:
    """Position of the mark that closes the one at ``at``, or -1."""
    opener, depth, inner = text[at], 0, 0
    closers = CLOSERS[opener]
    position = at + 1
    while position < end:
        mark = text[position]
        if mark in MARKS and not (mark in "’'‘" and _is_apostrophe(text, position)):
            if opener == '"' and mark in "“”" and (mark == "“" or inner):
                inner += (
                    1 if mark == "“" else -1
                )  # "the word “so” is wrong": a curly pair inside straight marks
            elif mark in closers and not (mark == '"' and opener != '"' and _can_open(text, position, at)):
                if depth == 0:
                    return position
                depth -= 1
            elif mark == opener and opener in "„«":
                depth += 1
        position += 1
    return -1


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _found(text: str, at: int, close: int) -> Quotation:
    inner_start, inner_end = _trim(text, at + 1, close)
    return Quotation(at, close + 1, inner_start, inner_end)


def _single_marks(text: str) -> str:
    """A copy of equal length in which a doubled apostrophe (''so'') is one straight mark and a blank."""
    if "''" not in text and "``" not in text:
        return text
    opened = re.sub(r"(?:(?<=\s)|(?<=[(\[—–-])|^)(?:''|``)(?=\S)", '\u2009"', text, flags=re.MULTILINE)
    return opened.replace("''", '"\u2009')


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Outermost quotations of a text, in order; they never overlap nor cross a line end."""
    original, text = text, _single_marks(text)
    found: list[Quotation] = []
    open_mark = ""  # of a quotation that the paragraph before left open
    for start, end in paragraphs(text):
        position, carried = start, open_mark
        open_mark = ""
        dead: set[str] = set()  # marks known to have no partner in the rest of this paragraph
        while position < end:
            mark = text[position]
            if (
                mark not in CLOSERS
                or mark in "‘'"
                or mark in "”“"
                and mark == "”"
                and not _is_swedish(text, position, start)
            ):
                position += 1
                continue
            if mark in dead or not _can_open(text, position, start):
                position += 1
                continue
            close = _close(text, position, end)
            if close < 0:
                dead.add(mark)
                # Only an opening paragraph mark, or one after a colon, speaks for a quotation that goes on.
                lead = text[start:position].rstrip()
                if (
                    mark not in SINGLE
                    and mark != "»"
                    and (not lead or lead[-1] in ":,")
                    and (carried or _continues(text, end, mark))
                ):
                    inner = _trim(text, position + 1, end)
                    found.append(Quotation(position, end, *inner, is_closed=False))
                    open_mark = mark
                    break
                position += 1
                continue
            if close > position + 1:
                found.append(_found(text, position, close))
            position = close + 1
    kept = tuple(quotation for quotation in found if quotation.inner_end > quotation.inner_start)
    return _with_doubled_marks(original, kept) if original != text else kept


def _with_doubled_marks(text: str, found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Quotations in doubled apostrophes (*''so''*) with both signs of each mark inside their span."""
    widened: list[Quotation] = []
    for one in found:
        low = widened[-1].end if widened else 0
        start = one.start - (one.start > low and text[one.start - 1 : one.start + 1] in ("''", "``"))
        end = one.end + (text[one.end - 1 : one.end + 1] == "''")
        widened.append(replace(one, start=start, end=end))
    return tuple(widened)


def _is_swedish(text: str, at: int, start: int) -> bool:
    """”…” opens only after a blank or at the start."""
    return at == start or text[at - 1] in BLANK


def _continues(text: str, end: int, mark: str) -> bool:
    """Whether the next paragraph opens with the same mark."""
    rest = text[end : end + 20].lstrip()
    return rest.startswith(mark)
