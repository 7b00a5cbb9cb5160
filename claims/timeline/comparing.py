"""A story as a table: claims down, reports across, and in each cell how the report tells the claim. Django-free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.timeline.disputes import one_by_one
from claims.timeline.paging import Page, page_of
from claims.timeline.standing import DriftLine
from claims.timeline.values import ClaimLine, Evidence, ReportLine, SpeakerLine, Timeline

MOST_REPORTS = 10  # columns; more would leave none of them room for a word

_PLAINNESS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report tells a claim; `wording` None: it leaves it out. `is_hedged`: it has hedges, and not all others do."""

    report: ReportLine
    wording: Evidence | None
    is_hedged: bool = False
    drifts: tuple[DriftLine, ...] = ()


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
class Matrix:
    """`told` and `places` count the cells of all the claims given, not of this page alone."""

    reports: tuple[ReportLine, ...]
    blocks: tuple[Block, ...]
    page: Page
    told: int
    places: int
    left_out: int  # reports that find no column


def compared(timeline: Timeline, claims: Sequence[ClaimLine], *, page: int | None = None) -> Matrix:
    """The table of these claims, speaker by speaker in the order of first speaking."""
    living = [claim for claim in claims if not claim.retired]
    speakers = list(dict.fromkeys(claim.speaker for claim in living))
    order = {speaker: place for place, speaker in enumerate(speakers)}
    living.sort(key=lambda claim: order[claim.speaker])
    shown = page_of(one_by_one(living), page)
    own = [claim for day in shown.days for claim in day.claims]
    read_reports = [report for report in timeline.reports if report.is_supported]
    reports = _columns(read_reports, own)
    told = sum(len(_told_by(claim)) for claim in living)
    return Matrix(
        reports=reports,
        blocks=tuple(
            Block(speaker, tuple(_row(claim, reports) for claim in rows))
            for speaker, rows in groupby(own, lambda claim: claim.speaker)
        ),
        page=shown,
        told=told,
        places=len(living) * len(read_reports),
        left_out=len(read_reports) - len(reports),
    )


def _columns(reports: Sequence[ReportLine], claims: Iterable[ClaimLine]) -> tuple[ReportLine, ...]:
    """The reports that carry most of these claims, in their own order."""
    carried = [pk for claim in claims for pk in _told_by(claim)]
    most = sorted(reports, key=lambda report: -carried.count(report.article_id))[:MOST_REPORTS]
    return tuple(report for report in reports if report in most)


def _told_by(claim: ClaimLine) -> set[int]:
    return {one.article_id for one in claim.evidence if one.state == "current"}


def _row(claim: ClaimLine, reports: Sequence[ReportLine]) -> Row:
    by_report: dict[int, Evidence] = {}
    for one in sorted(claim.evidence, key=lambda one: -_PLAINNESS.index(one.type)):
        if one.state == "current":
            by_report[one.article_id] = one
    own = {pk: {one.attribution_id} for pk, one in by_report.items()}
    departs = not all(one.hedges for one in by_report.values())
    return Row(
        claim,
        tuple(
            Cell(
                report,
                by_report.get(report.article_id),
                is_hedged=departs and _is_hedged(by_report.get(report.article_id)),
                drifts=tuple(
                    one for one in claim.drifts if one.attribution_id in own.get(report.article_id, ())
                ),
            )
            for report in reports
        ),
    )


def _is_hedged(wording: Evidence | None) -> bool:
    return wording is not None and bool(wording.hedges)
