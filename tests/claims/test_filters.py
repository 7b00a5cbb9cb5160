"""Filters in the address: what they leave, what they count, and how they are taken away."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from claims.models import Conflict
from claims.services import give_verdict
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, editor

pytestmark = pytest.mark.django_db


def shown(client: Client, told: Told, query: str) -> set[str]:
    """Which of the three claims stand in the list, and with them in the chart."""
    html = page(client, f"/s/harbour/?{query}")
    names = {"allegation": told.allegation, "denial": told.denial, "undated": told.undated}
    listed = {name for name, claim in names.items() if f'id="claim-{claim.pk}"' in html}
    charted = {name for name, claim in names.items() if html.count(f"/claims/{claim.pk}-") >= 4}
    assert listed == charted
    return listed


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", {"allegation", "denial", "undated"}),
        ("speaker=harbour-brandt", {"denial"}),
        ("stance=denies", {"denial"}),
        ("outlet=Journal+du+port", {"undated"}),
        ("language=de", {"allegation", "denial"}),
        ("since=2025-03-04&until=2025-03-04", {"allegation", "denial"}),
        ("since=2025-03-05", set()),
        ("status=verified", {"denial"}),
        ("status=unreviewed", {"allegation", "undated"}),
        ("stance=denies&language=fr", set()),
    ],
)
def test_filters_leave_what_answers_to_all_of_them(
    client: Client, told: Told, query: str, left: set[str]
) -> None:
    give_verdict(claim=told.denial, editor=editor(), about="attribution", status="verified")
    assert shown(client, told, query) == left


@pytest.mark.parametrize("words", ["Schiff", "ship", "navire", "NAVIRE", "oil", "Öl", "huile"])
def test_a_word_of_one_language_finds_claims_in_all(client: Client, told: Told, words: str) -> None:
    assert {"allegation", "undated"} <= shown(client, told, f"q={words}")


def test_what_was_found_is_marked_in_the_headline(client: Client, told: Told) -> None:
    assert '<mark class="hit">ship</mark>' in page(client, "/s/harbour/?q=navire")
    assert '<mark class="hit">navire</mark>' in page(client, "/s/harbour/?q=Schiff")


def test_a_word_that_only_another_wording_has_is_shown_in_that_wording(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?q=Tropfen", "en")
    assert '<mark class="hit">' in html


def test_each_choice_counts_what_it_would_leave(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?language=fr")
    assert "Denies (0)" in html
    assert "Asserts (1)" in html
    assert "French (1)" in html
    assert "German (2)" in html  # the filter's own choices are counted without it
    assert "<b>1</b> of 3 claims" in html


def test_a_filter_that_is_set_can_be_taken_away_alone(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?stance=denies&language=de")
    assert 'href="?language=de"' in html
    assert 'href="?stance=denies"' in html


def test_an_empty_result_says_what_to_do(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?q=Zeppelin")
    assert "No claim answers to all of these filters" in html
    assert "Take one of them away" in html


WRONG = [
    ("speaker=nobody", "There is no speaker “nobody” in this story."),
    ("speaker=nobody%00", "Null characters are not allowed."),
    ("stance=shouts", "There is no stance “shouts”."),
    ("status=perhaps", "There is no status “perhaps”."),
    ("outlet=The+Moon", "There is no outlet “The Moon” in this story."),
    ("language=xx", "No report is in the language “xx”."),
    ("conflicts=banana", "Conflicts only: “banana” is neither yes (1) nor no (0)."),
    ("since=yesterday", "The first day is no day"),
    ("until=2025-02-31", "The last day is no day"),
    ("since=2025-03-05&until=2025-03-04", "The last day lies before the first"),
    ("q=" + "a" * 201, "Too many words to look for"),
]


@pytest.mark.parametrize(("query", "complaint"), WRONG)
@pytest.mark.parametrize("address", ["", "compare/"])
def test_a_filter_that_cannot_be_understood_is_named_and_the_others_apply(
    client: Client, told: Told, address: str, query: str, complaint: str
) -> None:
    html = page(client, f"/s/harbour/{address}?{query}", status=400)
    assert html.count('role="alert"') == 1
    assert complaint in html
    assert f"/claims/{told.denial.pk}-" in html
    other = "stance=asserts" if "stance" not in query else "language=fr"
    html = page(client, f"/s/harbour/{address}?{query}&{other}", status=400)
    assert complaint in html
    assert f"/claims/{told.denial.pk}-" not in html
    assert f"/claims/{told.undated.pk}-" in html


@pytest.mark.parametrize(("query", "complaint"), WRONG)
@pytest.mark.parametrize("name", ["claims.csv", "claims.json", "claimreview.json"])
def test_an_export_names_what_it_does_not_understand_by_field(
    client: Client, told: Told, name: str, query: str, complaint: str
) -> None:
    refused = json.loads(page(client, f"/s/harbour/{name}?{query}", status=400))
    (messages,) = refused.values()
    assert next(iter(refused)) in query
    assert complaint in messages[0]


def test_an_export_tells_programs_what_is_allowed(client: Client, told: Told) -> None:
    def refused(query: str) -> str:
        (messages,) = json.loads(page(client, f"/s/harbour/claims.json?{query}", status=400)).values()
        return str(messages[0])

    assert refused("speaker=nobody").endswith("Allowed: harbour-brandt, harbour-port.")
    assert refused("language=xx").endswith("Allowed: de, en, fr.")
    assert refused("stance=shouts").endswith("Allowed: asserts, denies, declines-to-comment, cannot-verify.")
    assert "Port Gazette" in refused("outlet=x")


def test_a_complaint_shows_the_beginning_of_a_long_value_only(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?speaker=" + "x" * 5000, status=400)
    assert f"There is no speaker “{'x' * 59}…” in this story." in html


def test_what_was_typed_stays_in_the_form(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/?since=2025-03-05&until=2025-03-04&q=ship", status=400)
    for name, value in (("since", "2025-03-05"), ("until", "2025-03-04")):
        assert f'name="{name}" value="{value}"' in html
    assert 'value="ship"' in html


def test_a_supported_language_that_no_report_has_leaves_nothing(client: Client, told: Told) -> None:
    told.french.attributions.all().delete()
    assert "No claim answers to all of these filters" in page(client, "/s/harbour/?language=fr")


@pytest.mark.parametrize(("value", "left"), [("1", 1), ("0", 3), ("", 3)])
def test_conflicts_only_is_yes_or_no(client: Client, told: Told, value: str, left: int) -> None:
    row = told.allegation.attributions.earliest("pk")
    sides = [{"value": one, "label": one, "attributions": [row.pk]} for one in ("a", "b")]
    Conflict.objects.create(claim=told.allegation, kind="who", score=1, sides=sides)
    assert f"<b>{left}</b> of 3 claims" in page(client, f"/s/harbour/?conflicts={value}")


def test_nobody_is_asked_for_conflicts_where_there_are_none(client: Client, told: Told) -> None:
    assert 'name="conflicts"' not in page(client, "/s/harbour/")


def test_a_search_makes_no_more_queries_than_the_plain_page(client: Client, told: Told) -> None:
    assert queries(client, "/s/harbour/?q=navire") == queries(client, "/s/harbour/")
