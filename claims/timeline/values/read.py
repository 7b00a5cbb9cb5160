"""An article as its page shows it: paragraphs of marked pieces, and notes in the margin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.extraction.when import Precision, When
from claims.extraction.when import when as when_of
from claims.timeline.values.said import Role, SpeakerLine, StoryLine, VerdictLine


@dataclass(frozen=True, slots=True)
class Mark:
    """The part that a piece of an article plays in one attribution.

    ``is_first`` tells the mark's first stretch from a later one, so that an id is given out once: a mark is
    interrupted where a paragraph ends, where its words are split, and where another mark crosses it.
    """

    attribution_id: int
    role: Role
    stance: str
    type: str
    claim_id: int | None
    nested: bool
    continuation: bool
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks. ``marks`` are outermost first.

    Render ``opens`` as opening tags, then the text, then one closing tag for each of ``closes``: the result is
    properly nested, because a crossing mark is closed and opened again.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()  # innermost first


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces up to the end of a paragraph; ``gap`` is what parts it from the next. No mark is open at either end."""

    pieces: tuple[Piece, ...]
    gap: str = ""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in an article's margin beside one attribution: ``paragraph`` is the index of its first one.

    A note on orphaned evidence has paragraph None: the words stand in the article no more.
    """

    attribution_id: int
    claim_id: int | None
    paragraph: int | None
    speaker: SpeakerLine | None
    speaker_name: str
    stance: str
    type: str
    content: str
    said_on: date | None
    to: str
    medium: str
    via: str
    based_on: str
    nested: bool
    continuation: bool
    reports: int  # articles that carry its claim, this one included
    languages: tuple[tuple[str, int], ...]
    verdicts: tuple[VerdictLine, ...]
    hedges: tuple[str, ...] = ()
    said_on_precision: Precision | None = None

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when_of(self.said_on, self.said_on_precision)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are no part of the report: menus, notices, a doubled body.

    They stood before the paragraph of index ``before``; the number of paragraphs when they stood behind all.
    """

    before: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text with its attributions marked: the texts and gaps of ``paragraphs`` joined are its text."""

    article_id: int
    title: str
    outlet: str
    language: str
    published: date | None
    url: str
    story: StoryLine | None
    is_supported: bool
    is_read: bool
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]  # in the order of the text
    orphaned: tuple[Note, ...]
    left_out: tuple[LeftOut, ...] = ()
