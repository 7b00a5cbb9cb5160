"""Filters in the address: what they leave, what they count, and how they are taken away."""

from __future__ import annotations

import pytest
from django.test import Client

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
        ("speaker=nobody", set()),
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


@pytest.mark.parametrize("query", ["stance=shouts", "status=perhaps", "since=yesterday", "q=" + "a" * 201])
def test_a_filter_that_cannot_be_read_is_named_and_the_story_still_shown(
    client: Client, told: Told, query: str
) -> None:
    html = page(client, f"/s/harbour/?{query}", status=400)
    assert 'role="alert"' in html
    assert f'id="claim-{told.denial.pk}"' in html


def test_nobody_is_asked_for_conflicts_where_there_are_none(client: Client, told: Told) -> None:
    assert 'name="conflicts"' not in page(client, "/s/harbour/")


def test_a_search_makes_no_more_queries_than_the_plain_page(client: Client, told: Told) -> None:
    assert queries(client, "/s/harbour/?q=navire") == queries(client, "/s/harbour/")
