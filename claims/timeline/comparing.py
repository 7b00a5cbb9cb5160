"""A story as a table: claims down, reports across, and in each cell how the report tells the claim. Django-free."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.timeline.disputes import one_by_one
from claims.timeline.paging import Page, page_of
from claims.timeline.parallel import Departing, departing
from claims.timeline.standing import DriftLine
from claims.timeline.values import ClaimLine, Evidence, ReportLine, SpeakerLine, Timeline

MOST_REPORTS = 10  # columns that stand without being chosen
MOST_CHOSEN = 30  # columns at most; a table of more is slow to make and nobody scrolls that far
FITTING = 6  # columns that a wide screen has room for; beyond, the table scrolls

_PLAINNESS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report tells a claim; `wording` None: it leaves it out. `is_hedged`: it has hedges, and not all others do."""

    report: ReportLine
    wording: Evidence | None
    is_hedged: bool = False
    drifts: tuple[DriftLine, ...] = ()
    departing: tuple[Departing, ...] = ()

    @property
    def departs(self) -> bool:
        return bool(self.departing or self.drifts or self.is_hedged)


@dataclass(frozen=True, slots=True)
class Row:
    claim: ClaimLine
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one speaker."""

    speaker: SpeakerLine | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One report, with how many of all these claims it tells and how many it leaves out."""

    report: ReportLine
    told: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """All counts are of the claims given, not of this page alone."""

    columns: tuple[Column, ...]
    choices: tuple[Column, ...]  # every report that could be a column
    blocks: tuple[Block, ...]
    page: Page
    claims: int
    told: int
    places: int
    departing: int  # cells
    conflicts: int  # claims
    left_out: int  # reports that find no column

    @property
    def reports(self) -> tuple[ReportLine, ...]:
        return tuple(column.report for column in self.columns)

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > FITTING


def compared(
    timeline: Timeline,
    claims: Iterable[ClaimLine],
    *,
    page: int | None = None,
    chosen: Collection[int] = (),
    departures_only: bool = False,
) -> Matrix:
    """The table of these claims, speaker by speaker in the order of first speaking.

    `chosen` are the ids of the articles that are to be columns; without any, those that tell most are.
    """
    living = _by_speaker(claim for claim in claims if not claim.retired)
    if departures_only:
        living = [claim for claim in living if _departs(claim)]
    shown = page_of(one_by_one(living), page)
    own = [claim for day in shown.days for claim in day.claims]
    told_by = Counter(pk for claim in living for pk in _told_by(claim))
    choices = tuple(
        Column(report, told_by[report.article_id], len(living) - told_by[report.article_id])
        for report in timeline.reports
        if report.is_supported
    )
    columns = _columns(choices, own, chosen)
    reports = [column.report for column in columns]
    return Matrix(
        columns=columns,
        choices=choices,
        blocks=tuple(
            Block(speaker, tuple(_row(claim, reports) for claim in rows))
            for speaker, rows in groupby(own, lambda claim: claim.speaker)
        ),
        page=shown,
        claims=len(living),
        told=told_by.total(),
        places=len(living) * len(choices),
        departing=sum(len(_departing_articles(claim)) for claim in living),
        conflicts=sum(bool(claim.conflicts) for claim in living),
        left_out=len(choices) - len(columns),
    )


def _by_speaker(claims: Iterable[ClaimLine]) -> list[ClaimLine]:
    groups: dict[SpeakerLine | None, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        groups[claim.speaker].append(claim)
    return [claim for own in groups.values() for claim in own]


def _columns(
    choices: Sequence[Column], claims: Iterable[ClaimLine], chosen: Collection[int]
) -> tuple[Column, ...]:
    """Those that were chosen, else those that carry most of the claims of this page; in the reports' own order."""
    picked = [column for column in choices if column.report.article_id in chosen]
    if picked:
        return tuple(picked[:MOST_CHOSEN])
    carried = Counter(pk for claim in claims for pk in _told_by(claim))
    most = sorted(choices, key=lambda column: -carried[column.report.article_id])[:MOST_REPORTS]
    return tuple(column for column in choices if column in most)


def _told_by(claim: ClaimLine) -> set[int]:
    return {one.article_id for one in claim.evidence if one.state == "current"}


def _departs(claim: ClaimLine) -> bool:
    return bool(claim.conflicts) or bool(_departing_articles(claim))


def _departing_articles(claim: ClaimLine) -> set[int]:
    """The articles whose cells are marked."""
    return _hedged(claim) | {
        one.article_id
        for one in claim.evidence
        if one.state == "current"
        and (_drifts(claim, {one.attribution_id}) or departing(claim.conflicts, one.attribution_id))
    }


def _hedged(claim: ClaimLine) -> set[int]:
    """The articles that hedge what others do not; none when all do."""
    hedged = {one.article_id for one in claim.evidence if one.state == "current" and one.hedges}
    return hedged if hedged != _told_by(claim) else set()


def _drifts(claim: ClaimLine, attributions: Collection[int]) -> tuple[DriftLine, ...]:
    return tuple(one for one in claim.drifts if one.attribution_id in attributions)


def _row(claim: ClaimLine, reports: Sequence[ReportLine]) -> Row:
    by_report: dict[int, list[Evidence]] = defaultdict(list)
    for one in sorted(claim.evidence, key=lambda one: _PLAINNESS.index(one.type)):
        if one.state == "current":
            by_report[one.article_id].append(one)
    hedged = _hedged(claim)
    return Row(
        claim, tuple(_cell(claim, report, by_report.get(report.article_id, []), hedged) for report in reports)
    )


def _cell(claim: ClaimLine, report: ReportLine, own: Sequence[Evidence], hedged: Collection[int]) -> Cell:
    """The plainest of a report's wordings stands in the cell; all of them count for how it departs."""
    if not own:
        return Cell(report, None)
    ids = {one.attribution_id for one in own}
    against = (one for pk in sorted(ids) for one in departing(claim.conflicts, pk))
    return Cell(
        report,
        own[0],
        is_hedged=report.article_id in hedged,
        drifts=_drifts(claim, ids),
        departing=tuple({one.conflict.id: one for one in against}.values()),
    )
