"""Through whom a claim is known, drawn: the reports, whom they have it from, who says it, on what it rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.timeline.chart.labels import shorten
from claims.timeline.values import ClaimLine, Evidence

MOST_REPORTS = 12  # beyond, the drawing would be longer than a screen
ROW, TOP, WIDTH = 42, 40, 780
INDENT = 250  # where the first box stands
BOX = 54  # height


@dataclass(frozen=True, slots=True)
class Way:
    """How one report has a claim: from whom (`via`), and on what it rests; "" is not told."""

    report: Evidence
    via: str
    based_on: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node; `role` tells what it is: report, via, speaker or based-on."""

    role: str
    text: str
    label: str
    reports: int
    x: float
    y: float  # of its middle
    width: float
    evidence: Evidence | None = None

    @property
    def top(self) -> float:
        return self.y - BOX / 2

    @property
    def end(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Chain:
    """`ways` are all of them, one a report; the drawing holds the first reports only."""

    ways: tuple[Way, ...]
    boxes: tuple[Box, ...]
    lines: tuple[tuple[str, str], ...]  # role of the node it leads to, path
    width: float
    height: float
    left_out: int


def chain_of(claim: ClaimLine) -> Chain | None:
    """The ways by which the claim's standing wordings are known; None when there are none."""
    ways = tuple({one.article_id: Way(one, one.via, one.based_on) for one in _best_told(claim)}.values())
    if not ways:
        return None
    drawn = ways[:MOST_REPORTS]
    height = TOP + max(ROW * len(drawn), BOX + 20)
    columns = [role for role in ("via", "speaker", "based-on") if role == "speaker" or _names(drawn, role)]
    step = (WIDTH - INDENT) / len(columns)
    boxes = {way.report.article_id: _report(way, TOP + ROW * row + 20) for row, way in enumerate(drawn)}
    nodes = {
        role: _column(role, claim, drawn, INDENT + step * place, min(step - 50, 240), height)
        for place, role in enumerate(columns)
    }
    lines = [line for way in drawn for line in _lines(way, boxes[way.report.article_id], nodes)]
    return Chain(
        ways=ways,
        boxes=(*boxes.values(), *(box for column in nodes.values() for box in column.values())),
        lines=tuple(dict.fromkeys(lines)),
        width=WIDTH,
        height=height,
        left_out=len(ways) - len(drawn),
    )


def _best_told(claim: ClaimLine) -> list[Evidence]:
    """One wording a report counts, the one that tells most of where it comes from: it stands last."""
    standing = [one for one in claim.evidence if one.state == "current"]
    return sorted(standing, key=lambda one: (str(one.published or "9999"), bool(one.via), bool(one.based_on)))


def _names(ways: Iterable[Way], role: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for way in ways:
        name = way.via if role == "via" else way.based_on
        if name:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _report(way: Way, y: float) -> Box:
    text = way.report.outlet
    return Box("report", text, shorten(text, 24), 1, 0, y, 170, way.report)


def _column(
    role: str, claim: ClaimLine, ways: Sequence[Way], x: float, width: float, height: float
) -> dict[str, Box]:
    names = _names(ways, role)
    if role == "speaker":
        names = {claim.speaker.name if claim.speaker else "": len(ways)}
    gap = (height - TOP) / len(names)
    return {
        name: Box(role, name, shorten(name, int(width / 7.4)), n, x, TOP + gap * (place + 0.5), width)
        for place, (name, n) in enumerate(names.items())
    }


def _lines(way: Way, report: Box, nodes: dict[str, dict[str, Box]]) -> Iterable[tuple[str, str]]:
    speaker = next(iter(nodes["speaker"].values()))
    before = report
    if way.via:
        via = nodes["via"][way.via]
        yield "via", _curve(before, via)
        before = via
    yield "speaker", _curve(before, speaker)
    if way.based_on:
        yield "based-on", _curve(speaker, nodes["based-on"][way.based_on])


def _curve(start: Box, end: Box) -> str:
    middle = (start.end + end.x) / 2
    return f"M{start.end:g} {start.y:g}C{middle:g} {start.y:g} {middle:g} {end.y:g} {end.x - 2:g} {end.y:g}"
