"""What the template draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.extraction.when import When
from claims.timeline.values import ClaimLine, SpeakerLine, StoryLine

Owner = SpeakerLine | StoryLine  # of a lane


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one claim (by id) to another: a denial to what it denies, or a claim to what it relies on."""

    source: int
    target: int
    kind: Literal["denies", "relies-on"]


@dataclass(frozen=True, slots=True)
class Column:
    """One day, or several when there are many; `first` None is the day unknown.

    A `band` is for what is known to this week, month or year and no more precisely.
    """

    first: date | None
    last: date | None
    x: float
    width: float
    y: float
    height: float
    has_label: bool = True
    band: When | None = None

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def line(self) -> float:
        """Where the line that opens it stands."""
        return self.x - 7.5


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker, or one story; None with `others` 0 is nobody named, else that many owners who share a lane."""

    owner: Owner | None
    others: int
    label: tuple[str, ...]  # lines
    y: float
    height: float
    claims: int

    @property
    def end(self) -> float:
        return self.y + self.height

    @property
    def name_y(self) -> float:
        """Where the first line of the name stands; a second one needs a little of the room above."""
        return self.y + 25 - 6 * (len(self.label) - 1)

    @property
    def role_y(self) -> float:
        return self.name_y + 17 + 14 * (len(self.label) - 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: of a claim, or (`claim` None) of several that one lane or stance has in one column.

    ``number`` is the reports that carry the claim, or the claims that the mark sums up. ``ring`` is the latest
    verdict on whether it was said, ``sign`` that on whether it is true.
    """

    claim: ClaimLine | None
    stance: str
    number: int
    owner: Owner | None
    column: Column
    x: float
    y: float
    shape: str  # the path of an SVG
    ring: float  # radius; 0 is none
    ring_is_dashed: bool
    sign: str
    hit: tuple[float, float, float, float]  # x, y, width, height
    text_x: float
    label: tuple[str, ...] = ()  # lines
    is_disputed: bool = False
    arcs: tuple[tuple[str, str, str], ...] = ()  # kind, path, head
    first: int = 0  # id of the first claim that it stands for

    @property
    def is_open(self) -> bool:
        return self.stance in ("declines-to-comment", "cannot-verify")

    @property
    def label_y(self) -> float:
        """Where the first line of the label stands: all of them are in the middle of the mark."""
        return self.y + 4.5 - 7 * (len(self.label) - 1)

    @property
    def number_y(self) -> float:
        return self.y + (5.5 if self.stance == "cannot-verify" else 4)


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Both drawings. ``is_summed``: a mark stands for all that a lane has in a column."""

    wide: Drawing
    tall: Drawing
    claims: int
    is_summed: bool
    has_arcs: bool
    has_flags: bool  # signs of conflict or drift behind a label
