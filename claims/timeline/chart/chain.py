"""Through whom a claim is known, drawn: the reports, whom they have it from, who says it, on what it rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.timeline.chart.labels import wrapped
from claims.timeline.values import ClaimLine, Evidence

MOST_REPORTS = 12  # beyond, the drawing would be longer than a screen
MOST_NODES = 6  # of a kind; each further one would stand as a name in the list below the drawing only
WIDTH, TOP, ROW = 780, 40, 54
REPORT = 176  # width of a report's name
INDENT = 226  # where the first box stands; before it the lines of the reports bend
BOX, APART = 58, 70  # height of a box, and of the room that it takes
LETTER = 8.3  # pixels of an average bold letter at 13.5 pixels, in a face somewhat wider than common


@dataclass(frozen=True, slots=True)
class Way:
    """How one report has a claim: from whom (`via`), and on what it rests; "" is not told."""

    report: Evidence
    via: str
    based_on: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node; `role` tells what it is: report, via, speaker or based-on. `lines` are its name, cut to its width."""

    role: str
    text: str
    lines: tuple[str, ...]
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

    @property
    def first_line(self) -> float:
        """Where the first of its lines stands: they and the small one below are in the middle."""
        return self.y - 3 - 7.5 * (len(self.lines) - 1)

    @property
    def small_line(self) -> float:
        return self.first_line + 15 * len(self.lines) + 2


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
    ways = _ways(claim)
    if not ways:
        return None
    drawn = _by_relay(ways[:MOST_REPORTS])
    columns = _columns(claim, drawn)
    relayed = columns.get("via", {})
    rows = _rows(drawn, relayed)
    height = TOP + max(
        sum(own for _, own in rows), APART, *(APART * len(names) for names in columns.values()), ROW
    )
    reports = _reports(rows)
    nodes = _nodes(columns, reports, height)
    lines = [line for box, way in zip(reports, drawn, strict=True) for line in _lines(way, box, nodes)]
    return Chain(
        ways=ways,
        boxes=(*reports, *(box for column in nodes.values() for box in column.values())),
        lines=tuple(dict.fromkeys(lines)),
        width=WIDTH,
        height=height,
        left_out=len(ways) - len(drawn),
    )


def _ways(claim: ClaimLine) -> tuple[Way, ...]:
    """One wording a report, the one that tells most of where it comes from; who relays their own words is no relay."""
    speaker = claim.speaker.name if claim.speaker else ""
    standing = [one for one in claim.evidence if one.state == "current"]
    standing.sort(key=lambda one: (str(one.published or "9999"), bool(one.via), bool(one.based_on)))
    ways = (Way(one, one.via if one.via != speaker else "", one.based_on) for one in standing)
    return tuple({way.report.article_id: way for way in ways}.values())


def _by_relay(ways: Sequence[Way]) -> list[Way]:
    """Those through one relay together, those through none below: so no line runs behind a box."""
    relays = list(dict.fromkeys(way.via for way in ways if way.via))
    order = {via: place for place, via in enumerate(relays)}
    return sorted(ways, key=lambda way: order.get(way.via, len(order)))


def _columns(claim: ClaimLine, ways: Sequence[Way]) -> dict[str, dict[str, int]]:
    """The names of each column, from left to right, with the reports that have them."""
    via = Counter(way.via for way in ways if way.via)
    based_on = Counter(way.based_on for way in ways if way.based_on)
    columns = {
        "via": dict(via.most_common(MOST_NODES)),
        "speaker": {claim.speaker.name if claim.speaker else "": len(ways)},
        "based-on": dict(based_on.most_common(MOST_NODES)),
    }
    return {role: names for role, names in columns.items() if names}


def _rows(ways: Sequence[Way], relayed: Mapping[str, int]) -> list[tuple[Way, float]]:
    """Each report with the height of its row: those of one relay take at least as much as its box."""
    return [(way, max(ROW, APART / relayed[way.via]) if way.via in relayed else ROW) for way in ways]


def _reports(rows: Iterable[tuple[Way, float]]) -> list[Box]:
    boxes = []
    y = float(TOP)
    for way, height in rows:
        lines = wrapped(way.report.outlet, int(REPORT / LETTER))
        boxes.append(Box("report", way.report.outlet, lines, 1, 0, y + height / 2, REPORT, way.report))
        y += height
    return boxes


def _nodes(
    columns: Mapping[str, Mapping[str, int]], reports: Sequence[Box], height: float
) -> dict[str, dict[str, Box]]:
    step = (WIDTH - INDENT) / len(columns)
    width = min(step - 44, 236)
    nodes: dict[str, dict[str, Box]] = {}
    y = float(TOP)
    for place, (role, names) in enumerate(columns.items()):
        nodes[role] = {}
        for row, (name, n) in enumerate(names.items()):
            if role == "via":  # beside its reports, which stand together
                middle = y + max(ROW * n, APART) / 2
                y += max(ROW * n, APART)
            else:
                middle = TOP + (height - TOP) / len(names) * (row + 0.5)
            lines = wrapped(name, int((width - 22) / LETTER))
            nodes[role][name] = Box(role, name, lines, n, INDENT + step * place, middle, width)
    return nodes


def _lines(way: Way, report: Box, nodes: Mapping[str, Mapping[str, Box]]) -> Iterable[tuple[str, str]]:
    speaker = next(iter(nodes["speaker"].values()))
    via = nodes.get("via", {}).get(way.via)
    if via:
        yield "via", _curve(report, via)
        yield "speaker", _curve(via, speaker)
    else:
        before_the_bend = speaker.x - (INDENT - REPORT) if "via" in nodes else report.end
        yield "speaker", _curve(report, speaker, straight_to=before_the_bend)
    if based_on := nodes.get("based-on", {}).get(way.based_on):
        yield "based-on", _curve(speaker, based_on)


def _curve(start: Box, end: Box, *, straight_to: float | None = None) -> str:
    begin = max(straight_to or start.end, start.end)
    middle = (begin + end.x) / 2
    straight = f"H{begin:g}" if begin > start.end else ""
    return (
        f"M{start.end:g} {start.y:g}{straight}"
        f"C{middle:g} {start.y:g} {middle:g} {end.y:g} {end.x - 7:g} {end.y:g}"
    )
