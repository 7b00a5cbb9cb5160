"""The comparison: which reports are columns, which cells depart, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from claims.models import Conflict, Drift
from claims.services import settle_conflict
from claims.timeline import ClaimLine, ConflictLine, ConflictSide, DriftLine, Matrix, SideWording, Timeline
from claims.timeline.comparing import FITTING, MOST_CHOSEN, MOST_REPORTS, compared
from claims.timeline.values import ReportLine, StoryLine
from tests.claims.browsing import page
from tests.claims.lines import claim_of, wording_of
from tests.claims.telling import Told, editor, report

STORY = StoryLine("harbour", "Oil", "")


def matrix(*claims: ClaimLine, reports: int = 3, **options: Any) -> Matrix:
    lines = tuple(
        ReportLine(pk, "", f"Outlet {pk}", "en", None, "", True, True, 0) for pk in range(1, reports + 1)
    )
    return compared(Timeline(STORY, (), lines, (), (), 0, 0, 0), claims, **options)


def told(pk: int, *articles: int, hedged: tuple[int, ...] = (), **fields: Any) -> ClaimLine:
    evidence = tuple(
        wording_of(pk * 100 + one, "it leaks", article=one, hedges=("may",) if one in hedged else ())
        for one in articles
    )
    return claim_of(pk, evidence=evidence, **fields)


def conflict(kind: str, *sides: tuple[int, ...]) -> ConflictLine:
    lines = tuple(
        ConflictSide(str(at), str(at), len(pks), tuple(SideWording(pk, 0, "", "", "") for pk in pks))
        for at, pks in enumerate(sides)
    )
    return ConflictLine(1, kind, lines, "machine", 1.0, "")


def settled(one: ConflictLine) -> ConflictLine:
    return replace(one, settled_at=datetime(2025, 3, 9, tzinfo=UTC), settlement="The port corrected itself.")


def drift(attribution: int) -> DriftLine:
    return DriftLine(attribution, 101, "number", "", "en", (), (), "", "drift.number")


def cells(found: Matrix) -> list[list[str]]:
    return [
        ["absent" if not cell.wording else "departs" if cell.departs else "plain" for cell in row.cells]
        for block in found.blocks
        for row in block.rows
    ]


def test_what_a_report_leaves_out_is_absent() -> None:
    found = matrix(told(1, 1, 3))
    assert cells(found) == [["plain", "absent", "plain"]]
    assert [(column.told, column.left_out) for column in found.columns] == [(1, 0), (0, 1), (1, 0)]


def test_one_that_hedges_departs_and_all_that_hedge_do_not() -> None:
    assert cells(matrix(told(1, 1, 2, 3, hedged=(2,)))) == [["plain", "departs", "plain"]]
    assert cells(matrix(told(1, 1, 2, hedged=(1, 2)))) == [["plain", "plain", "absent"]]


def test_the_side_of_fewer_reports_departs_in_a_conflict() -> None:
    found = matrix(told(1, 1, 2, 3, conflicts=(conflict("who", (101, 103), (102,)),)))
    assert cells(found) == [["plain", "departs", "plain"]]
    (cell,) = [cell for cell in found.blocks[0].rows[0].cells if cell.departing]
    assert cell.departing[0].conflict.kind == "who"


def test_a_settled_conflict_is_told_but_departs_no_more_and_is_not_counted() -> None:
    claim = told(1, 1, 2, 3, conflicts=(settled(conflict("who", (101, 103), (102,))),))
    found = matrix(claim)
    assert cells(found) == [["plain", "plain", "plain"]]
    assert (found.conflicts, found.settled, found.departing) == (0, 1, 0)
    assert [len(cell.settled) for cell in found.blocks[0].rows[0].cells] == [0, 1, 0]
    assert matrix(claim, departures_only=True).claims == 0


def test_the_counts_are_those_of_the_chosen_reports() -> None:
    claims = (
        told(1, 1, 2, 3, hedged=(3,), conflicts=(conflict("who", (101, 103), (102,)),)),
        told(2, 1, 2, 3, conflicts=(conflict("when", (201,), (203,)),)),
        told(3, 3),
    )
    everything = matrix(*claims)
    assert (everything.told, everything.places) == (7, 9)
    assert (everything.departing, everything.conflicts) == (3, 2)
    two = matrix(*claims, chosen={1, 2})
    assert (two.told, two.places) == (4, 6)
    assert (two.departing, two.conflicts) == (1, 2)
    assert (matrix(*claims, chosen={2}).departing, matrix(*claims, chosen={2}).conflicts) == (1, 1)


def test_departures_only_are_those_of_the_chosen_reports() -> None:
    claims = told(1, 1, 2, hedged=(2,)), told(2, 1, 3, hedged=(3,))
    assert matrix(*claims, departures_only=True).claims == 2
    found = matrix(*claims, departures_only=True, chosen={2})
    assert [row.claim.id for block in found.blocks for row in block.rows] == [1]


def test_reports_that_would_look_alike_are_told_apart_by_title_or_number() -> None:
    def column_of(pk: int, outlet: str, title: str, day: int) -> ReportLine:
        return ReportLine(pk, title, outlet, "en", date(2025, 3, day), "", True, True, 0)

    long = "The Very Long Name of a Gazette of the Harbour, "
    lines = (
        column_of(1, "Port Gazette", "Line denies", 5),
        column_of(2, "Port Gazette", "Port insists", 5),
        column_of(3, "Port Gazette", "Port insists", 6),
        column_of(4, f"{long} East", "", 5),
        column_of(5, f"{long} West", "", 5),
    )
    columns = compared(Timeline(STORY, (), lines, (), (), 0, 0, 0), [told(1, 1)]).columns
    assert [column.apart for column in columns] == ["Line denies", "Port insists", "", "1", "2"]


def test_drift_of_any_wording_of_a_report_marks_its_cell() -> None:
    claim = claim_of(
        1,
        evidence=(
            wording_of(101, "a", article=1),
            wording_of(102, "b", article=2),
            wording_of(103, "c", article=2),
        ),
        drifts=(drift(103),),
    )
    assert cells(matrix(claim, reports=2)) == [["plain", "departs"]]


def test_departures_only_leaves_the_claims_that_somebody_tells_otherwise() -> None:
    claims = told(1, 1, 2), told(2, 1, 2, hedged=(1,)), told(3, 1, drifts=(drift(301),)), told(4, 2)
    found = matrix(*claims, departures_only=True)
    assert [row.claim.id for block in found.blocks for row in block.rows] == [2, 3]
    assert (found.claims, found.departing) == (2, 2)


def test_without_a_choice_the_reports_that_tell_most_are_columns() -> None:
    many = [*(told(pk, 30, *range(1, 12)) for pk in range(1, 4)), told(4, 30)]
    found = matrix(*many, reports=30)
    assert len(found.columns) == MOST_REPORTS
    assert (30 in {report.article_id for report in found.reports}, found.left_out) == (True, 20)


def test_chosen_reports_are_the_columns_in_the_reports_own_order() -> None:
    found = matrix(told(1, 1, 2), reports=30, chosen={29, 4, 999})
    assert [report.article_id for report in found.reports] == [4, 29]
    assert len(matrix(told(1, 1), reports=90, chosen=set(range(1, 91))).columns) == MOST_CHOSEN
    assert len(matrix(told(1, 1), reports=5, chosen={999}).columns) == 5


def test_a_table_of_many_reports_scrolls() -> None:
    assert not matrix(told(1, 1), reports=FITTING).is_wide
    assert matrix(told(1, 1), reports=FITTING + 1).is_wide


def test_speakers_head_their_rows_in_the_order_of_first_speaking() -> None:
    found = matrix(told(1, 1, speaker="Line"), told(2, 1, speaker="Port"), told(3, 1, speaker="Line"))
    assert [(block.speaker.name, len(block.rows)) for block in found.blocks if block.speaker] == [
        ("Line", 2),
        ("Port", 1),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["conflict: who said it", "hedged", "absent", "1 left out"]),
        ("de", ["Widerspruch: wer es sagte", "abgeschwächt", "1 ausgelassen"]),
        ("fr", ["désaccord : qui l’a dit", "nuancé", "1 omis"]),
    ],
)
def test_the_page_names_conflict_and_drift_in_its_cells(
    client: Client, told: Told, language: str, words: list[str]
) -> None:
    english, german = told.allegation.attributions.order_by("pk")
    Drift.objects.create(
        attribution=german,
        reference=english,
        kind="modality",
        reason="",
        reason_key="drift.hedged",
        reason_words={"words": "habe"},
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
    html = page(client, "/s/harbour/compare/?departures=1", language)
    assert [one for one in words if one not in html] == []
    assert html.count('class="clash"') == 1
    assert html.count("<tr class=") == 2  # the speaker, and the one claim that departs


@pytest.mark.django_db
def test_chosen_reports_stay_chosen_in_the_form_and_can_be_taken_away(client: Client, told: Told) -> None:
    html = page(client, f"/s/harbour/compare/?report={told.german.pk}")
    assert f'name="report" value="{told.german.pk}" checked' in html
    assert "1 chosen report" in html
    assert html.count('<th scope="col">') == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("report=x", "There is no report “x” in this story that could be compared."),
        ("report=99999999999999999999", "There is no report “99999999999999999999” in this story"),
        ("report=-1&departures=0", "There is no report “-1” in this story"),
        ("departures=2", "Departures only: “2” is neither yes (1) nor no (0)."),
    ],
)
def test_a_choice_that_cannot_be_made_is_named(
    client: Client, told: Told, query: str, complaint: str
) -> None:
    html = page(client, f"/s/harbour/compare/?{query}", status=400)
    assert complaint in html
    assert html.count('<th scope="col">') == 4


@pytest.mark.django_db
def test_a_report_of_another_story_is_named_and_the_rest_of_the_choice_kept(
    client: Client, told: Told
) -> None:
    other = report(None, "The harbour is quiet.", "en")
    html = page(
        client, f"/s/harbour/compare/?report={told.german.pk}&report={other.pk}&stance=denies", status=400
    )
    assert f"There is no report “{other.pk}” in this story" in html
    assert f'name="report" value="{told.german.pk}" checked' in html
    assert html.count('<th scope="col">') == 2
    assert "1 claim, 1 of 3 reports" in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["settled: who said it", "Settled: credited to Molenwache", "The log names the port."]),
        ("de", ["geklärt: wer es sagte"]),
        ("fr", ["réglé : qui l’a dit"]),
    ],
)
def test_the_page_tells_a_settled_conflict_as_settled(
    client: Client, told: Told, language: str, words: list[str]
) -> None:
    english, german = told.allegation.attributions.order_by("pk")
    sides = [
        {"value": one, "label": one, "attributions": [row.pk]}
        for one, row in (("Port", english), ("Molenwache", german))
    ]
    found = Conflict.objects.create(claim=told.allegation, kind="who", score=0.9, sides=sides)
    settle_conflict(conflict=found, settlement="The log names the port.", editor=editor())
    html = page(client, "/s/harbour/compare/", language)
    assert [one for one in words if one not in html] == []
    assert 'class="clash"' not in html
