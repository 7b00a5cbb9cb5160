"""A story as a table: claims down, reports across, and in each cell how the report tells the claim. Django-free."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claims.timeline.disputes import one_by_one
from claims.timeline.paging import Page, page_of
from claims.timeline.parallel import Departing, departing
from claims.timeline.standing import ConflictLine, DriftLine
from claims.timeline.values import ClaimLine, Evidence, ReportLine, SpeakerLine, Timeline

MOST_REPORTS = 10  # columns that stand without being chosen
MOST_CHOSEN = 30  # columns at most; a table of more is slow to make and nobody scrolls that far
FITTING = 6  # columns that a wide screen has room for; beyond, the table scrolls

NAME = 40  # letters of an outlet that are shown

_PLAINNESS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Column:
    """One report, with how many of all these claims it tells and how many it leaves out.

    ``apart`` is what tells it from another report of the same outlet, language and day; "" where there is none.
    """

    report: ReportLine
    told: int
    left_out: int
    is_only: bool = True  # of its outlet
    apart: str = ""

    @property
    def outlet(self) -> str:
        """Its outlet as far as it is shown."""
        name = self.report.outlet
        return name if len(name) <= NAME else f"{name[: NAME - 1]}…"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report tells a claim; `wording` None: it leaves it out. `is_hedged`: it has hedges, and not all others do.

    `departing` are the open conflicts that it stands alone in, `settled` those that an editor has settled since.
    """

    column: Column
    wording: Evidence | None
    is_hedged: bool = False
    drifts: tuple[DriftLine, ...] = ()
    departing: tuple[Departing, ...] = ()
    settled: tuple[Departing, ...] = ()

    @property
    def departs(self) -> bool:
        return bool(self.departing or self.drifts or self.is_hedged)


@dataclass(frozen=True, slots=True)
class Row:
    claim: ClaimLine
    cells: tuple[Cell, ...]

    @property
    def told(self) -> int:
        """How many of these reports tell the claim."""
        return sum(cell.wording is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one speaker."""

    speaker: SpeakerLine | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All counts are of the claims given, not of this page alone, and of the chosen reports; without a choice, of all."""

    columns: tuple[Column, ...]
    choices: tuple[Column, ...]  # every report that could be a column
    blocks: tuple[Block, ...]
    page: Page
    claims: int
    told: int
    places: int
    departing: int  # cells
    conflicts: int  # claims with an open one that such a report takes part in
    settled: int  # claims, likewise
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
    reports = comparable(timeline)
    counted = _counted(reports, chosen)
    living = _by_speaker(claim for claim in claims if not claim.retired)
    if departures_only:
        living = departures(timeline, living, chosen)
    shown = page_of(one_by_one(living), page)
    own = [claim for day in shown.days for claim in day.claims]
    choices = _choices(reports, living)
    columns = _columns(choices, own, chosen)
    return Matrix(
        columns=columns,
        choices=choices,
        blocks=tuple(
            Block(speaker, tuple(_row(claim, columns) for claim in rows))
            for speaker, rows in groupby(own, lambda claim: claim.speaker)
        ),
        page=shown,
        claims=len(living),
        told=sum(column.told for column in choices if column.report.article_id in counted),
        places=len(living) * len(counted),
        departing=sum(len(_departing_articles(claim) & counted) for claim in living),
        conflicts=sum(_is_in(claim.open_conflicts, claim, counted) for claim in living),
        settled=sum(_is_in(claim.settled_conflicts, claim, counted) for claim in living),
        left_out=len(choices) - len(columns),
    )


def comparable(timeline: Timeline) -> list[ReportLine]:
    """The reports of a story that could be columns: those in a language that is read."""
    return [report for report in timeline.reports if report.is_supported]


def departures(
    timeline: Timeline, claims: Iterable[ClaimLine], chosen: Collection[int] = ()
) -> list[ClaimLine]:
    """The claims that a chosen report tells otherwise than others do, or is in open conflict over; without a choice, any."""
    counted = _counted(comparable(timeline), chosen)
    return [
        claim
        for claim in claims
        if _is_in(claim.open_conflicts, claim, counted) or _departing_articles(claim) & counted
    ]


def _counted(reports: Iterable[ReportLine], chosen: Collection[int]) -> set[int]:
    """The articles that the counts are of."""
    ids = {report.article_id for report in reports}
    return ids & set(chosen) or ids


def _by_speaker(claims: Iterable[ClaimLine]) -> list[ClaimLine]:
    groups: dict[SpeakerLine | None, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        groups[claim.speaker].append(claim)
    return [claim for own in groups.values() for claim in own]


def _choices(reports: Sequence[ReportLine], claims: Sequence[ClaimLine]) -> tuple[Column, ...]:
    told_by = Counter(pk for claim in claims for pk in _told_by(claim))
    columns = [
        Column(report, told_by[report.article_id], len(claims) - told_by[report.article_id])
        for report in reports
    ]
    outlets = Counter(column.outlet for column in columns)
    groups: dict[object, list[Column]] = defaultdict(list)
    for column in columns:
        groups[_looks(column)].append(column)
    return tuple(
        replace(column, is_only=outlets[column.outlet] == 1, apart=_apart(column, groups[_looks(column)]))
        for column in columns
    )


def _looks(column: Column) -> object:
    return column.outlet, column.report.language, column.report.published


def _apart(column: Column, alike: Sequence[Column]) -> str:
    """What tells a report from those of its outlet, language and day: its title, else its number among them."""
    if len(alike) == 1:
        return ""
    titles = {one.report.title for one in alike}
    return column.report.title if len(titles) == len(alike) else str(alike.index(column) + 1)


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
    return {one.article_id for one in _standing(claim)}


def _standing(claim: ClaimLine) -> Iterable[Evidence]:
    return (one for one in claim.evidence if one.state == "current")


def _is_in(conflicts: Iterable[ConflictLine], claim: ClaimLine, articles: Collection[int]) -> bool:
    """Whether words that one of these articles has of the claim stand on a side of a conflict."""
    ids = {one.attribution_id for one in _standing(claim) if one.article_id in articles}
    return any(
        one.attribution_id in ids
        for conflict in conflicts
        for side in conflict.sides
        for one in side.wordings
    )


def _departing_articles(claim: ClaimLine) -> set[int]:
    """The articles whose cells are marked."""
    return _hedged(claim) | {
        one.article_id
        for one in _standing(claim)
        if _drifts(claim, {one.attribution_id}) or departing(claim.open_conflicts, one.attribution_id)
    }


def _hedged(claim: ClaimLine) -> set[int]:
    """The articles that hedge what others do not; none when all do."""
    hedged = {one.article_id for one in _standing(claim) if one.hedges}
    return hedged if hedged != _told_by(claim) else set()


def _drifts(claim: ClaimLine, attributions: Collection[int]) -> tuple[DriftLine, ...]:
    return tuple(one for one in claim.drifts if one.attribution_id in attributions)


def _row(claim: ClaimLine, columns: Sequence[Column]) -> Row:
    by_report: dict[int, list[Evidence]] = defaultdict(list)
    for one in sorted(_standing(claim), key=lambda one: _PLAINNESS.index(one.type)):
        by_report[one.article_id].append(one)
    hedged = _hedged(claim)
    return Row(
        claim,
        tuple(
            _cell(claim, column, by_report.get(column.report.article_id, []), hedged) for column in columns
        ),
    )


def _cell(claim: ClaimLine, column: Column, own: Sequence[Evidence], hedged: Collection[int]) -> Cell:
    """The plainest of a report's wordings stands in the cell; all of them count for how it departs."""
    if not own:
        return Cell(column, None)
    ids = sorted(one.attribution_id for one in own)
    return Cell(
        column,
        own[0],
        is_hedged=column.report.article_id in hedged,
        drifts=_drifts(claim, ids),
        departing=_departing(claim.open_conflicts, ids),
        settled=_departing(claim.settled_conflicts, ids),
    )


def _departing(conflicts: Sequence[ConflictLine], attributions: Iterable[int]) -> tuple[Departing, ...]:
    """Each conflict once, however many of these wordings stand in it."""
    against = (one for pk in attributions for one in departing(conflicts, pk))
    return tuple({one.conflict.id: one for one in against}.values())
