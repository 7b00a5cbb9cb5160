"""The front page, as a browser without JavaScript gets it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from claims.models import Claim, Speaker
from claims.timeline import search_stories
from claims.timeline.finding import MOST_FOUND
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, report, say, told_story

pytestmark = pytest.mark.django_db


def test_the_front_page_of_an_empty_database_says_how_to_begin(client: Client) -> None:
    assert "python manage.py ingest" in page(client, "/")


def test_the_front_page_lists_stories_with_their_counts(client: Client, told: Told) -> None:
    html = page(client, "/")
    assert 'href="/s/harbour/"' in html
    assert "<b>3</b> claims" in html
    assert "<b>1</b> denial<" in html
    assert "<b>3</b> reports" in html


def test_the_front_page_shows_the_latest_denials(client: Client, told: Told) -> None:
    assert "Not a drop of it is ours" in page(client, "/")


def test_the_front_page_makes_as_many_queries_for_many_stories_as_for_one(client: Client, told: Told) -> None:
    few = queries(client, "/")
    for number in range(4):
        told_story(f"another-{number}")
    assert queries(client, "/") == few


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("societe", "La Société du Port a payé."),
        ("SOCIÉTÉ", "La societe du port a payé."),
        ("Strasse", "Die Straße am Hafen ist zu."),
        ("Straße", "Die STRASSE am Hafen ist zu."),
        ("œuvre", "Son Œuvre est perdue."),
        ("Pecresse", "Pécresse paiera."),
        ("Łódź", "Der Zug nach Łódź fährt."),
        ("50%_a.b(c", "Es waren 50%_a.b(c Liter."),
        ("Lindqvist", "It leaked."),
    ],
)
def test_words_are_found_however_they_are_written(client: Client, told: Told, words: str, text: str) -> None:
    speaker = Speaker.objects.create(slug="lindqvist", name="Åsa Lindqvist")
    claim = Claim.objects.create(story=told.story, speaker=speaker, stance="asserts")
    say(report(told.story, text, "de"), claim, text)
    assert claim.pk in [line.claim.id for line in search_stories(words, language="en")]


def test_every_term_of_a_search_is_wanted(client: Client, told: Told) -> None:
    def found(words: str) -> set[int]:
        return {line.claim.id for line in search_stories(words, language="en")}

    assert found("ship oil") == {told.allegation.pk, told.undated.pk}
    assert found("ship Brandt") == set()
    assert found("drop Brandt") == {told.denial.pk}


def test_what_was_found_comes_newest_first_and_ends_after_a_hundred(client: Client, told: Told) -> None:
    text = "Seaweed is growing."
    article = report(told.story, text, "en")
    for number in range(MOST_FOUND + 5):
        claim = Claim.objects.create(
            story=told.story,
            stance="asserts",
            said_on=date(2025, 1, 1) + timedelta(number) if number else None,
            said_on_precision="day" if number else "",
        )
        say(article, claim, text)
    found = search_stories("seaweed", language="en")
    days = [line.claim.said_on or date.min for line in found]
    assert len(days) == MOST_FOUND
    assert days == sorted(days, reverse=True)


def test_a_search_makes_as_many_queries_for_many_claims_as_for_one(client: Client, told: Told) -> None:
    few = queries(client, "/?q=ship")
    for number in range(4):
        told_story(f"another-{number}")
    assert queries(client, "/?q=ship") == few
