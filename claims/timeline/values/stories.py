"""A story with its days, reports and speakers, and the stories at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.extraction.when import When
from claims.timeline.values.said import ClaimLine, SpeakerLine, StoryLine


@dataclass(frozen=True, slots=True)
class Day:
    """The claims of one day of saying, or of one week, month or year where no more is known.

    They come by their first days, the coarser first; ``when`` None is the day unknown, which comes last.
    """

    when: When | None
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One article of a story. ``claims`` counts the living claims it carries."""

    article_id: int
    title: str
    outlet: str
    language: str
    published: date | None
    url: str
    is_supported: bool  # whether extraction reads its language
    is_read: bool  # whether extraction has read its present text
    claims: int


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    speaker: SpeakerLine
    claims: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A story as one ordered value. The three counts leave retired claims out."""

    story: StoryLine
    days: tuple[Day, ...]
    reports: tuple[ReportLine, ...]
    languages: tuple[tuple[str, int], ...]  # language, number of reports; most first
    speakers: tuple[SpeakerCount, ...]  # most claims first
    claims_total: int
    denials: int
    verified: int  # claims whose latest verdict on either question is "verified"

    @property
    def known_days(self) -> tuple[date, ...]:
        """The days of saying that are known as such."""
        return tuple(day.when.first for day in self.days if day.when and day.when.precision == "day")

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        """Every claim, in the order of the days."""
        return tuple(claim for day in self.days for claim in day.claims)


@dataclass(frozen=True, slots=True)
class Gist:
    """The claim that a story turns on, and the others of whom a reader has to know with it; a name once each.

    ``deniers`` and ``relies_on`` are names, those in most reports first; "" is somebody whom nobody names.
    """

    claim: ClaimLine
    deniers: tuple[str, ...]
    relies_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryCount:
    """One story of the front page. Retired claims are not counted; the days are those of saying, where they are known."""

    story: StoryLine
    claims: int
    denials: int
    reports: int
    languages: tuple[tuple[str, int], ...]
    first_said_on: date | None
    last_said_on: date | None
    gist: Gist | None = None  # where no editor wrote a summary


@dataclass(frozen=True, slots=True)
class StoryClaim:
    story: StoryLine
    claim: ClaimLine


@dataclass(frozen=True, slots=True)
class FrontPage:
    stories: tuple[StoryCount, ...]  # last said first
    latest_assertions: tuple[StoryClaim, ...]
    latest_denials: tuple[StoryClaim, ...]
