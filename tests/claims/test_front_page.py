"""The front page, as a browser without JavaScript gets it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.claims.browsing import page, queries
from tests.claims.telling import Told, told_story

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
