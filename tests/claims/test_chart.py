"""The chart's geometry: pure, so no database."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claims.extraction.when import PRECISIONS, When
from claims.timeline import Arc, ClaimLine, draw
from claims.timeline.chart import shorten
from claims.timeline.chart.periods import periods
from claims.timeline.chart.ways import sampled
from claims.timeline.values import SpeakerLine, VerdictLine

DAY = date(2025, 11, 13)
WHENS = some.builds(When.of, some.dates(), some.sampled_from(PRECISIONS))


def line(number: int, *, speaker: int = 1, day: date | None = DAY, **fields: object) -> ClaimLine:
    name = f"Speaker {speaker}"
    values: dict[str, object] = {
        "id": number,
        "speaker": SpeakerLine(f"speaker-{speaker}", name, "person", speaker),
        "stance": "asserts",
        "headline": f"claim number {number} says what it says",
        "headline_language": "en",
        "said_on": day,
        "first_published": None,
        "reports": 1,
        "languages": (("en", 1),),
        "verdicts": (),
        "history": (),
        "evidence": (),
    }
    return ClaimLine(**values | fields)  # type: ignore[arg-type]


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw([]) is None


def test_lanes_stand_in_the_order_of_first_speaking() -> None:
    chart = draw([line(1, speaker=2), line(2, speaker=1), line(3, speaker=2)])
    assert chart
    assert [lane.label for lane in chart.wide.lanes] == [("Speaker 2",), ("Speaker 1",)]


def test_the_unknown_days_stand_apart_at_the_right() -> None:
    chart = draw([line(1, day=None), line(2)])
    assert chart
    assert chart.wide.columns[-1].first is None
    assert chart.wide.columns[-1].x > chart.wide.columns[0].end


def test_a_mark_grows_with_the_reports_and_wears_its_verdicts() -> None:
    judged = VerdictLine("attribution", "unverified", "", "x", None)  # type: ignore[arg-type]
    true = VerdictLine("content", "verified", "", "x", None)  # type: ignore[arg-type]
    chart = draw([line(1, reports=1), line(2, reports=5, verdicts=(judged, true))])
    assert chart
    plain, rich = chart.wide.dots
    assert (plain.ring, plain.sign) == (0, "")
    assert rich.ring_is_dashed
    assert rich.sign == "✓"
    assert rich.ring > 10


def test_an_arc_runs_from_a_denial_to_what_it_denies_and_keeps_room_for_itself() -> None:
    claims = [line(1), line(2, speaker=2, stance="denies")]
    plain, with_arc = draw(claims), draw(claims, [Arc(2, 1, "denies"), Arc(2, 99, "denies")])
    assert plain
    assert with_arc
    assert len(with_arc.wide.dots[1].arcs) == 1
    assert with_arc.wide.dots[0].x > plain.wide.dots[0].x
    assert with_arc.wide.dots[1].is_disputed
    assert with_arc.tall.dots[1].arcs


def test_beyond_sixty_claims_a_mark_sums_up_its_place() -> None:
    claims = [
        line(
            number,
            speaker=number % 3,
            day=DAY + timedelta(number % 4),
            stance=["asserts", "denies"][number % 2],
        )
        for number in range(70)
    ]
    chart = draw(claims)
    assert chart
    assert chart.is_summed
    assert sum(dot.number for dot in chart.wide.dots) == 70
    assert sum(dot.number for dot in chart.tall.dots) == 70


@given(some.lists(some.one_of(some.none(), WHENS), max_size=80))
def test_every_time_has_exactly_one_column_and_there_are_never_many(times: list[When | None]) -> None:
    found = periods(times)
    assert len(found) <= 32
    assert all(sum(period.holds(when) for period in found) == 1 for when in times)


def test_a_month_between_days_is_a_band_before_them_and_a_column_among_months() -> None:
    month, day = When(date(2025, 11, 1), "month"), When(date(2025, 11, 1))
    assert [(one.is_band, one.band) for one in periods([day, month])] == [(True, month), (False, None)]
    months = [When.of(date(2020 + number // 12, 1 + number % 12, 5)) for number in range(31)]
    found = periods([*months, month])
    assert not any(one.is_band for one in found)
    assert found[-1].holds(month)


def test_a_claim_of_a_month_is_drawn_in_its_band_and_in_no_column_of_a_day() -> None:
    claims = [line(1), line(2, day=date(2025, 11, 1), said_on_precision="month")]
    chart = draw(claims)
    assert chart
    for drawing in (chart.wide, chart.tall):
        assert [(dot.claim.id, str(dot.column.band)) for dot in drawing.dots if dot.claim] == [
            (2, "2025-11"),
            (1, "None"),
        ]


@given(
    some.lists(
        some.tuples(some.integers(0, 40), some.one_of(some.none(), some.integers(0, 60))),
        min_size=1,
        max_size=90,
    )
)
def test_every_claim_is_drawn_inside_both_drawings(pairs: list[tuple[int, int | None]]) -> None:
    claims = [
        line(number, speaker=speaker, day=None if after is None else DAY + timedelta(after))
        for number, (speaker, after) in enumerate(pairs)
    ]
    chart = draw(claims)
    assert chart
    for drawing in (chart.wide, chart.tall):
        total = sum(dot.number if chart.is_summed else 1 for dot in drawing.dots)
        assert total == len(claims)
        for dot in drawing.dots:
            assert 0 < dot.x < drawing.width
            assert 0 < dot.y < drawing.height


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("a short one", 20, "a short one"),
        ("that the mayor has resigned", 30, "the mayor has resigned"),
        ("the port lets out oil and the mayor looks on", 26, "the port lets out oil…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_a_label_ends_with_a_word_that_may_end(text: str, letters: int, short: str) -> None:
    assert shorten(text, letters) == short
    assert len(shorten(text, letters)) <= max(letters, len(text) if len(text) <= letters else letters)


def points_of(path: str) -> list[tuple[float, float]]:
    """Points along a line of a drawing, near enough to one another to meet whatever is in its way."""
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if "C" in path:
        return sampled(*points)
    return [
        (x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20)
        for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False)
        for step in range(21)
    ]


def test_a_line_across_columns_goes_round_the_marks_between() -> None:
    days = [DAY + timedelta(number) for number in range(3)]
    claims = [line(1, day=days[2]), line(2, day=days[0], speaker=2, stance="denies"), line(3, day=days[1])]
    chart = draw(claims, [Arc(2, 1, "denies")])
    assert chart
    (path,) = (path for dot in chart.wide.dots for _, path, _ in dot.arcs)
    between = next(dot for dot in chart.wide.dots if dot.claim and dot.claim.id == 3)
    assert not any(dist(point, (between.x, between.y)) < 10 for point in points_of(path))


@given(
    some.lists(
        some.tuples(some.integers(0, 6), some.one_of(some.none(), some.integers(0, 5)), some.integers(1, 12)),
        min_size=2,
        max_size=30,
    ),
    some.data(),
)
@settings(deadline=None)
def test_no_line_runs_behind_a_mark_that_it_does_not_join(
    told: list[tuple[int, int | None, int]], data: some.DataObject
) -> None:
    judged = VerdictLine("attribution", "verified", "", "x", None)  # type: ignore[arg-type]
    claims = [
        line(
            number,
            speaker=speaker,
            day=None if after is None else DAY + timedelta(after),
            reports=reports,
            stance=("asserts", "denies")[number % 2],
            verdicts=(judged,),
        )
        for number, (speaker, after, reports) in enumerate(told)
    ]
    ends = some.integers(0, len(claims) - 1)
    pairs = data.draw(some.lists(some.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=6))
    chart = draw(claims, [Arc(source, target, "denies") for source, target in pairs])
    assert chart
    for drawing in (chart.wide, chart.tall):
        for dot in drawing.dots:
            own = [target for source, target in pairs if dot.claim and source == dot.claim.id]
            for target, (_, path, _) in zip(own, dot.arcs, strict=True):
                others = [
                    one for one in drawing.dots if one.claim and one.claim.id not in (dot.claim.id, target)
                ]
                assert not [
                    one
                    for one in others
                    for point in points_of(path)
                    if dist(point, (one.x, one.y)) < one.ring - 1
                ]
