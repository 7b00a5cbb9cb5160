"""What was said, as the pages show it: a claim, its wordings, and what editors found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from claims.extraction.when import Precision, When
from claims.extraction.when import when as when_of
from claims.timeline.standing import ConflictLine, DriftLine, LinkLine

Role = Literal["", "source", "cue", "content"]
ACTS = {
    "asserts": "says",
    "denies": "denies",
    "declines-to-comment": "declines",
    "cannot-verify": "cannot-verify",
}


@dataclass(frozen=True, slots=True)
class Fragment:
    """An unbroken run of an article's words that play one part in one attribution; "" is none.

    ``is_hedge``: words that leave it open, whatever other part they play.
    """

    text: str
    role: Role = ""
    is_hedge: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    slug: str
    name: str
    kind: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class StoryLine:
    slug: str
    title: str
    summary: str

    @property
    def name(self) -> str:
        """What its lane in a chart is called."""
        return self.title


@dataclass(frozen=True, slots=True)
class Selector:
    """One unbroken piece of an article, by place and by words (W3C TextPositionSelector and TextQuoteSelector).

    ``start`` and ``end`` are half open, in code points of the article's text; ``prefix`` and ``suffix`` are what
    stands there directly before and after, up to 32 code points each.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Evidence(NamedTuple):
    """How one article words a claim. A tuple, for a long story has twenty thousand: they are made four times as fast.

    ``content``, ``source`` and ``cue`` are the exact words, the pieces of a split one joined by " […] ".
    ``hedges`` are the words that leave it open. ``fragments`` joined are the sentence or sentences around them, ``before`` and ``after`` what stands there
    ahead of and behind the content. Orphaned evidence has no surroundings and no pieces: its article now reads
    otherwise.
    """

    attribution_id: int
    article_id: int
    article_title: str
    outlet: str
    language: str
    published: date | None
    type: str
    stance: str
    state: str  # current, retired or orphaned
    content: str
    source: str
    cue: str
    before: str
    after: str
    fragments: tuple[Fragment, ...]
    content_pieces: tuple[Selector, ...] = ()
    source_pieces: tuple[Selector, ...] = ()
    cue_pieces: tuple[Selector, ...] = ()
    speaker_name: str = ""
    said_on: date | None = None
    said_on_precision: Precision | None = None
    to: str = ""
    medium: str = ""
    via: str = ""
    based_on: str = ""
    nested: bool = False
    continuation: bool = False
    is_headline: bool = False  # an editor's choice for readers of its language
    hedges: tuple[str, ...] = ()
    hedge_pieces: tuple[Selector, ...] = ()

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when_of(self.said_on, self.said_on_precision)


@dataclass(frozen=True, slots=True)
class WithdrawnLine:
    """By whom, when and why a verdict was taken back."""

    editor: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class VerdictLine:
    about: str
    status: str
    note: str
    editor: str
    given_at: datetime
    id: int = 0
    withdrawn: WithdrawnLine | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of a story's timeline.

    ``headline`` is a wording some article has, in the reader's language where there is one. ``reports`` counts
    articles that say it now (none of them when all its evidence is orphaned), ``languages`` those in each language, most first. ``verdicts`` holds the one that counts for each
    question, the latest that nobody took back, ``history`` all of them, newest first. A ``retired`` claim is one that no report carries any more;
    it is kept because an editor judged it. ``links`` are those of other living claims to it and of it to them; what an
    editor rejected is not among links and conflicts.
    """

    id: int
    speaker: SpeakerLine | None
    stance: str
    headline: str
    headline_language: str
    said_on: date | None
    first_published: date | None
    reports: int
    languages: tuple[tuple[str, int], ...]
    verdicts: tuple[VerdictLine, ...]
    history: tuple[VerdictLine, ...]
    evidence: tuple[Evidence, ...]
    retired: bool = False
    links: tuple[LinkLine, ...] = ()
    conflicts: tuple[ConflictLine, ...] = ()
    drifts: tuple[DriftLine, ...] = ()
    said_on_precision: Precision | None = None

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when_of(self.said_on, self.said_on_precision)

    @property
    def name(self) -> str:
        """What stands behind the number in the claim's address: the same in every language of the interface."""
        return f"{self.speaker.slug if self.speaker else 'unnamed'}-{ACTS[self.stance]}"

    @property
    def verdict_on_attribution(self) -> VerdictLine | None:
        return self._latest("attribution")

    @property
    def verdict_on_content(self) -> VerdictLine | None:
        return self._latest("content")

    @property
    def open_conflicts(self) -> tuple[ConflictLine, ...]:
        """Those that no editor has settled."""
        return tuple(one for one in self.conflicts if one.settled_at is None)

    @property
    def settled_conflicts(self) -> tuple[ConflictLine, ...]:
        return tuple(one for one in self.conflicts if one.settled_at is not None)

    @property
    def denies(self) -> tuple[LinkLine, ...]:
        return self._linked("denies")

    @property
    def denied_by(self) -> tuple[LinkLine, ...]:
        return self._linked("denied-by")

    @property
    def supports(self) -> tuple[LinkLine, ...]:
        return self._linked("supports")

    @property
    def contradicts(self) -> tuple[LinkLine, ...]:
        return self._linked("contradicts")

    def _linked(self, how: str) -> tuple[LinkLine, ...]:
        return tuple(link for link in self.links if link.how == how)

    def _latest(self, about: str) -> VerdictLine | None:
        return next((verdict for verdict in self.verdicts if verdict.about == about), None)
