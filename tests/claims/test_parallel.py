"""What a report changes, marked inside its own words and named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some

from claims.models import Conflict, Drift
from claims.timeline import ConflictLine, ConflictSide, DriftLine, Selector, SideWording, parallel_of
from tests.claims.browsing import page
from tests.claims.lines import claim_of, wording_of
from tests.claims.telling import Told

TEXT = "the ship might have let out oil twice"


def drift(kind: str, words: str = "", *, of: int = 2, text: str = TEXT, **fields: Any) -> DriftLine:
    start = text.index(words)
    places = ((start, start + len(words)),) if words else ()
    return DriftLine(
        attribution_id=of,
        reference_id=1,
        kind=kind,
        outlet="",
        language="en",
        pieces=(words,) if words else (),
        reference_pieces=(),
        reason="",
        reason_key=f"drift.{kind}",
        places=fields.pop("places", places),
        **fields,
    )


def wording(pk: int, *pieces: tuple[int, int], text: str = TEXT) -> Any:
    selectors = tuple(Selector(start, end, text[start:end], "", "") for start, end in pieces)
    return wording_of(pk, " […] ".join(one.exact for one in selectors), content_pieces=selectors)


def rows(*drifts: DriftLine, pieces: Any = ((0, 37),)) -> Any:
    return parallel_of(claim_of(1, evidence=(wording(1, (0, 8)), wording(2, *pieces)), drifts=drifts))


def test_the_words_that_depart_are_marked_and_named_behind_their_last() -> None:
    hedged = drift("hedged", "might have")
    _, own = rows(hedged)
    assert [(one.text, bool(one.drifts), one.ended) for one in own.stretches] == [
        ("the ship ", False, ()),
        ("might have", True, (hedged,)),
        (" let out oil twice", False, ()),
    ]
    assert own.told_below == ()


def test_drifts_that_overlap_are_each_named_once() -> None:
    one, other = drift("hedged", "might have"), drift("adds", "have let out oil")
    _, own = rows(one, other)
    assert [one.text for one in own.stretches if one.drifts] == ["might ", "have", " let out oil"]
    assert [named.kind for stretch in own.stretches for named in stretch.ended] == ["hedged", "adds"]


def test_a_drift_in_two_pieces_of_a_split_wording_is_named_behind_the_second() -> None:
    split = drift("adds", places=((4, 8), (20, 27)))
    _, own = rows(split, pieces=((0, 8), (20, 37)))
    assert "".join(one.text for one in own.stretches) == "the ship […] let out oil twice"
    assert [one.text for one in own.stretches if one.ended] == ["let out"]


def test_what_is_left_out_is_told_below() -> None:
    omits = drift("omits")
    _, own = rows(omits)
    assert own.told_below == (omits,)


def test_words_that_are_no_longer_there_are_told_below() -> None:
    gone = drift("adds", places=((90, 99),))
    assert rows(gone)[1].told_below == (gone,)


def test_the_measure_stands_first_whatever_its_day() -> None:
    one, two = wording(1, (0, 8)), wording(2, (0, 8))
    told = parallel_of(claim_of(1, evidence=(two, one), drifts=(drift("omits"),)))
    assert [(row.wording.attribution_id, row.is_measure) for row in told] == [(1, True), (2, False)]


def test_without_drift_no_wording_is_the_measure() -> None:
    assert not any(row.is_measure for row in rows())


def test_a_report_that_credits_somebody_else_says_so_and_most_others_do_not() -> None:
    sides = tuple(
        ConflictSide(label, label, reports, (SideWording(pk, pk, "", "en", ""),))
        for label, reports, pk in (("Port", 4, 1), ("Line", 1, 2))
    )
    conflict = ConflictLine(1, "who", sides, "machine", 1.0, "")
    claim = claim_of(1, evidence=(wording(1, (0, 8)), wording(2, (0, 8))), conflicts=(conflict,))
    first, second = parallel_of(claim)
    assert (first.departing, [one.side.label for one in second.departing]) == ((), ["Line"])
    even = replace(conflict, sides=tuple(replace(side, reports=1) for side in sides))
    assert [len(row.departing) for row in parallel_of(replace(claim, conflicts=(even,)))] == [0, 1]


@given(some.lists(some.tuples(some.integers(0, 40), some.integers(0, 40)), max_size=6))
def test_no_word_is_lost_wherever_drifts_begin_and_end(places: list[tuple[int, int]]) -> None:
    drifts = [drift("adds", places=((min(place), max(place)),)) for place in places]
    _, own = rows(*drifts)
    assert "".join(one.text for one in own.stretches) == TEXT


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "how sure: hedged"), ("de", "wie sicher: abgeschwächt"), ("fr", "degré de certitude : nuancé")],
)
def test_the_claims_page_marks_and_names_it_in_every_language(
    client: Client, told: Told, language: str, named: str
) -> None:
    english, german = told.allegation.attributions.order_by("pk")
    start = german.article.text.index("habe")
    Drift.objects.create(
        attribution=german,
        reference=english,
        kind="modality",
        reason="Hedges: “habe”",
        reason_key="drift.hedged",
        reason_words={"words": "habe"},
        pieces=[{"start": start, "end": start + 4, "exact": "habe"}],
    )
    Conflict.objects.create(
        claim=told.allegation,
        kind="who",
        score=0.9,
        sides=[
            {"value": "port", "label": "Port", "attributions": [english.pk]},
            {"value": "mole", "label": "Molenwache", "attributions": [german.pk]},
        ],
    )
    html = page(client, f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/", language)
    assert '<mark class="piece">habe</mark>' in html
    assert named in html
    assert html.count("Molenwache") == 2  # in the conflict, and beside the wording that has it so
