"""What a page, the REST interface or an export is given to show: frozen and ready for display.

Nothing here knows the database. Texts are the articles' own words, unescaped: whoever renders them escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

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
    """An unbroken run of an article's words that play one part in one attribution; "" is none."""

    text: str
    role: Role = ""


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """How one article words a claim.

    ``content``, ``source`` and ``cue`` are the exact words, the pieces of a split one joined by " […] ".
    ``fragments`` joined are the sentence or sentences around them, ``before`` and ``after`` what stands there
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
    to: str = ""
    medium: str = ""
    via: str = ""
    based_on: str = ""
    nested: bool = False
    continuation: bool = False


@dataclass(frozen=True, slots=True)
class VerdictLine:
    about: str
    status: str
    note: str
    editor: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of a story's timeline.

    ``headline`` is a wording some article has, in the reader's language where there is one. ``reports`` counts
    articles that say it now (none of them when all its evidence is orphaned), ``languages`` those in each language, most first. ``verdicts`` holds the latest one for each
    question, ``history`` all of them, newest first. A ``retired`` claim is one that no report carries any more;
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


@dataclass(frozen=True, slots=True)
class Day:
    """The claims of one day of saying; ``date`` None is the day unknown, which comes last."""

    date: date | None
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
    def claims(self) -> tuple[ClaimLine, ...]:
        """Every claim, in the order of the days."""
        return tuple(claim for day in self.days for claim in day.claims)


@dataclass(frozen=True, slots=True)
class StoryCount:
    """One story of the front page. Retired claims are not counted; the days are those of saying."""

    story: StoryLine
    claims: int
    denials: int
    reports: int
    languages: tuple[tuple[str, int], ...]
    first_said_on: date | None
    last_said_on: date | None


@dataclass(frozen=True, slots=True)
class StoryClaim:
    story: StoryLine
    claim: ClaimLine


@dataclass(frozen=True, slots=True)
class FrontPage:
    stories: tuple[StoryCount, ...]  # last said first
    latest_assertions: tuple[StoryClaim, ...]
    latest_denials: tuple[StoryClaim, ...]


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
