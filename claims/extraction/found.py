"""What a rule finds in one sentence, before stance, speaker and day are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import Verb
from claims.extraction.reading import Unit
from claims.extraction.records import Span, Spans

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Spans of an attribution in code points of the text, and the rule that made it."""

    rule: str
    content: Spans
    cue: Spans
    source: Spans
    verb: Verb | None = None
    is_negated: bool = False
    nested: bool = False
    continuation: bool = False
    inherits: bool = False  # the source is that of the attribution before
    via: Spans = ()  # who passes the saying on: "according to the paper" around another's telling

    @property
    def start(self) -> int:
        """Where the first piece of the content begins."""
        return min(start for start, _ in self.content)


def span_of(units: Sequence[Unit], start: int, end: int) -> Span | None:
    """The text under units ``[start, end)``: outer punctuation trimmed, the marks of a sole quotation taken off."""
    while (
        start < end
        and units[start].kind == "punctuation"
        and units[start].text not in ("$", "€", "£", "#", "@", "-", "–")
    ):
        start += 1
    while (
        start < end
        and units[start].text in ("-", "–")
        and units[start].end < (units[start + 1].start if start + 1 < end else units[start].end)
    ):
        start += 1
    while end > start and units[end - 1].kind == "punctuation" and not _belongs(units, start, end - 1):
        end -= 1
    if start >= end:
        return None
    quotation = units[start].quotation
    if end - start == 1 and quotation:
        return quotation.inner
    return units[start].start, units[end - 1].end


def _belongs(units: Sequence[Unit], start: int, last: int) -> bool:
    """Whether the mark that ends a content is a part of it: a sign, or the end of a bracket opened inside."""
    mark = units[last].text
    if mark in (")", "]"):
        return any(unit.text in ("(", "[") for unit in units[start:last])
    return mark in ("%", "€", "$", "...")


def spans_of(units: Sequence[Unit], ranges: Sequence[Range]) -> Spans:
    """Spans of several ranges, the empty ones left out."""
    return tuple(span for span in (span_of(units, *piece) for piece in ranges) if span)


def letters(spans: Spans) -> set[int]:
    """Code points under the spans; contents are short, so a set is cheap."""
    return {position for start, end in spans for position in range(start, end)}
