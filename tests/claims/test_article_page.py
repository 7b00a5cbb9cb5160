"""The article page, as a browser without JavaScript gets it."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.models import Attribution
from tests.claims.browsing import page
from tests.claims.telling import Told, report, say

pytestmark = pytest.mark.django_db


def test_the_article_page_marks_source_cue_and_content_in_the_text(client: Client, told: Told) -> None:
    html = page(client, f"/articles/{told.german.pk}/")
    first, second = told.german.attributions.order_by("pk")
    assert (
        '<mark class="source">Die Hafenbehörde</mark> <mark class="cue">teilte am Dienstag mit</mark>, '
        in html
    )
    assert (
        f'<mark class="at asserts" id="a{first.pk}" tabindex="-1">ein Schiff der Nordlinie habe zweimal Altöl abgelassen</mark>'
        in html
    )
    assert f'href="#n{second.pk}" aria-label="Note 2">2</a>' in html


def test_a_note_in_the_margin_leads_to_its_claim(client: Client, told: Told) -> None:
    html = page(client, f"/articles/{told.german.pk}/")
    assert f'href="/s/harbour/?claim={told.denial.pk}#claim-{told.denial.pk}"' in html


def test_a_saying_inside_another_is_marked_inside_it(client: Client, told: Told) -> None:
    text = "Brandt denied a file that says the ship was there."
    article = report(told.story, text, "en")
    outer = say(article, told.denial, "a file that says the ship was there", cue="denied", source="Brandt")
    inner = say(article, told.allegation, "the ship was there", cue="says", source="a file", nested=True)
    html = page(client, f"/articles/{article.pk}/")
    start = html.index(f'<mark class="at denies" id="a{outer.pk}" tabindex="-1">')
    assert (
        start
        < html.index(f'<mark class="at asserts" id="a{inner.pk}" tabindex="-1">the ship was there</mark>')
        < html.index(f'href="#n{outer.pk}"')
    )


def test_the_words_of_the_article_are_all_there_and_nothing_else(client: Client, told: Told) -> None:
    html = page(client, f"/articles/{told.english.pk}/")
    for paragraph in told.english.text.split("\n\n"):
        assert paragraph.split(" said")[0] in html


def test_an_article_in_another_language_says_that_it_is_not_read(client: Client) -> None:
    article = report(None, "No hay nada.", "es")
    html = page(client, f"/articles/{article.pk}/")
    assert "kept, but not read" in html
    assert "No hay nada." in html


def test_orphaned_words_stand_apart_on_the_article_page(client: Client, told: Told) -> None:
    Attribution.objects.filter(article=told.french).update(state="orphaned")
    html = page(client, f"/articles/{told.french.pk}/")
    assert "Words that no longer stand here" in html


@pytest.mark.parametrize(
    ("url", "is_linked"),
    [
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
    ],
)
def test_only_web_addresses_become_links(client: Client, url: str, is_linked: bool) -> None:
    article = report(None, "Text.", "en", url=url)
    assert (f'href="{url}"' in page(client, f"/articles/{article.pk}/")) == is_linked


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_an_unknown_article_is_a_404(client: Client, pk: str) -> None:
    page(client, f"/articles/{pk}/", status=404)
