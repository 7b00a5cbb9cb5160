"""Articles without a story: what is suggested for them, and what an editor's choice does."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Story
from claims import services
from claims.errors import InvalidDecision, NotAnEditor
from claims.models import ArticleTraits, Claim, Decision
from claims.processing import process_article
from claims.services import note_traits, suggest_stories
from tests.claims.browsing import page, queries
from tests.factories import make_article, make_attribution, make_editor, make_story, make_user
from tests.matching.test_suggesting import CONCERT, TOLD

pytestmark = pytest.mark.django_db


def report(text: str, language: str = "en", story: Story | None = None, **fields: object) -> Article:
    article = make_article(text, language=language, story=story, title="", **fields)
    note_traits(article=article)
    return article


@pytest.fixture
def oil() -> Story:
    story = make_story(title="Oil in the port", slug="oil")
    report(TOLD["de"], "de", story)
    report(TOLD["fr"], "fr", story)
    report(CONCERT, story=make_story(title="A voice is lost"))
    return story


@pytest.fixture
def waiting(oil: Story) -> Article:
    return report(TOLD["en"])


def test_a_new_article_is_suggested_the_story_that_fits_and_put_into_none(
    oil: Story, waiting: Article
) -> None:
    (found,) = suggest_stories(article=waiting)
    assert (found.story, found.score > 0.4) == (oil, True)
    assert "Valmora" in found.reasons[0].in_english
    waiting.refresh_from_db()
    assert waiting.story is None


def test_articles_that_wait_are_suggested_to_none(waiting: Article) -> None:
    other = report(TOLD["en"] + " Ships wait.")
    Article.objects.filter(story__slug="oil").update(story=None)
    assert suggest_stories(article=other) == ()


def test_traits_are_read_once_and_anew_when_the_words_changed(waiting: Article) -> None:
    before = ArticleTraits.objects.get(article=waiting)
    note_traits(article=waiting)
    assert ArticleTraits.objects.get(article=waiting).read_hash == before.read_hash
    waiting.text = CONCERT
    waiting.save()
    process_article(waiting)
    assert ArticleTraits.objects.get(article=waiting).marks != before.marks


def test_an_article_in_another_language_has_no_traits_and_no_suggestion(oil: Story) -> None:
    article = report("El puerto de Valmora está cerrado.", "es")
    assert suggest_stories(article=article) == ()
    assert not ArticleTraits.objects.filter(article=article).exists()


def test_suggesting_takes_as_many_queries_for_many_articles_as_for_few(
    oil: Story, waiting: Article, django_assert_num_queries: object
) -> None:
    def count() -> int:
        with django_assert_num_queries(5, exact=False) as captured:  # type: ignore[operator]
            suggest_stories(article=waiting)
        return len(captured)

    before = count()
    for number in range(30):
        report(f"{TOLD['de']} {number}", "de", make_story() if number % 3 else oil)
    assert count() == before


def test_placing_an_article_links_what_it_says(oil: Story, waiting: Article) -> None:
    make_attribution(waiting)
    services.place_article(article=waiting, story=oil, editor=make_editor(), note="same port")
    waiting.refresh_from_db()
    assert waiting.story == oil
    assert Claim.objects.get().story == oil
    decision = Decision.objects.get()
    assert (decision.verb, decision.note, decision.details["stories"]) == (
        "place-article",
        "same port",
        [oil.pk],
    )


def test_placing_is_undone(oil: Story, waiting: Article) -> None:
    editor = make_editor()
    make_attribution(waiting)
    services.place_article(article=waiting, story=oil, editor=editor)
    services.undo(decision=Decision.objects.get(), editor=editor)
    waiting.refresh_from_db()
    assert waiting.story is None
    assert Claim.objects.get().retired_at is not None
    assert len(suggest_stories(article=waiting)) == 1


def test_a_story_is_begun_with_an_article_under_an_address_of_its_own(waiting: Article) -> None:
    first = services.begin_story(article=waiting, title="  Oil ", editor=make_editor())
    assert (first.slug, first.title) == ("oil-2", "Oil")
    waiting.refresh_from_db()
    assert waiting.story == first


def test_placings_that_cannot_be_are_refused(oil: Story, waiting: Article) -> None:
    editor = make_editor()
    with pytest.raises(NotAnEditor):
        services.place_article(article=waiting, story=oil, editor=make_user())
    with pytest.raises(NotAnEditor):
        services.begin_story(article=waiting, title="Oil", editor=make_user())
    with pytest.raises(InvalidDecision):
        services.begin_story(article=waiting, title=" ", editor=editor)
    services.place_article(article=waiting, story=oil, editor=editor)
    with pytest.raises(InvalidDecision):
        services.place_article(article=waiting, story=oil, editor=editor)
    with pytest.raises(InvalidDecision):
        services.begin_story(article=waiting, title="Anew", editor=editor)
    assert not Story.objects.filter(title="Anew").exists()


# pages


def test_the_inbox_is_for_editors(client: Client, waiting: Article) -> None:
    assert client.get("/inbox/")["Location"].startswith("/sign-in/")
    client.force_login(make_user())
    assert client.get("/inbox/").status_code == 403
    assert client.post(f"/articles/{waiting.pk}/place/", {"story": 1}).status_code == 403
    assert client.post(f"/articles/{waiting.pk}/begin-story/", {"title": "X"}).status_code == 403


def test_the_inbox_lists_what_waits_with_suggestions_and_reasons(client: Client, waiting: Article) -> None:
    client.force_login(make_editor())
    html = page(client, "/inbox/")
    assert "Oil in the port" in html
    assert "Both tell of: " in html
    assert "Put it into “Oil in the port”" in html
    assert "Beide erzählen von: " in page(client, "/inbox/", "de")


def test_one_click_puts_it_into_the_story(client: Client, oil: Story, waiting: Article) -> None:
    client.force_login(make_editor())
    response = client.post(f"/articles/{waiting.pk}/place/", {"story": oil.pk}, follow=True)
    assert "is linked there" in response.content.decode()
    waiting.refresh_from_db()
    assert waiting.story == oil
    again = client.post(f"/articles/{waiting.pk}/place/", {"story": oil.pk}, follow=True)
    assert "already" in again.content.decode()


def test_one_click_begins_a_story(client: Client, waiting: Article) -> None:
    client.force_login(make_editor())
    client.post(f"/articles/{waiting.pk}/begin-story/", {"title": "A tanker leaks"})
    waiting.refresh_from_db()
    assert waiting.story is not None and waiting.story.slug == "a-tanker-leaks"


def test_a_title_that_a_story_bears_already_is_asked_about(
    client: Client, oil: Story, waiting: Article
) -> None:
    client.force_login(make_editor())
    begin = f"/articles/{waiting.pk}/begin-story/"
    response = client.post(begin, {"title": oil.title.upper()})
    html = response.content.decode()
    assert response.status_code == 400
    assert "There is a story of this title already" in html
    assert f'name="story" value="{oil.pk}"' in html
    assert f'value="{oil.title.upper()}"' in html
    assert Story.objects.filter(title__iexact=oil.title).count() == 1
    client.post(begin, {"title": oil.title, "insists": "on"})
    waiting.refresh_from_db()
    assert waiting.story not in (None, oil)
    assert waiting.story is not None and waiting.story.title == oil.title


def test_a_report_that_was_placed_meanwhile_is_not_asked_about(
    client: Client, oil: Story, waiting: Article
) -> None:
    client.force_login(make_editor())
    client.post(f"/articles/{waiting.pk}/place/", {"story": oil.pk})
    response = client.post(f"/articles/{waiting.pk}/begin-story/", {"title": oil.title}, follow=True)
    assert "Somebody has put this report into a story already" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "fields", "told"),
    [
        ("place", {"story": "999999"}, "no such story"),
        ("place", {}, "Choose the story"),
        ("begin-story", {"title": " "}, "a title"),
        ("begin-story", {"title": "x" * 301}, "too long"),
    ],
)
def test_a_choice_that_is_none_is_refused_in_words(
    client: Client, waiting: Article, address: str, fields: dict[str, str], told: str
) -> None:
    client.force_login(make_editor())
    response = client.post(f"/articles/{waiting.pk}/{address}/", fields, follow=True)
    assert told in response.content.decode()
    waiting.refresh_from_db()
    assert waiting.story is None


def test_an_articles_page_offers_the_choice_to_editors_alone(client: Client, waiting: Article) -> None:
    address = f"/articles/{waiting.pk}/"
    assert "Oil in the port" not in page(client, address)
    client.force_login(make_editor())
    assert "Put it into “Oil in the port”" in page(client, address)
    assert "Inbox" in page(client, "/")


def test_the_inbox_takes_no_more_queries_for_a_hundred_than_for_a_pageful(
    client: Client, waiting: Article
) -> None:
    client.force_login(make_editor())
    for number in range(12):
        report(f"{TOLD['en']} {number}")
    few = queries(client, "/inbox/")
    for number in range(20):
        report(f"{TOLD['de']} {number}", "de")
    assert queries(client, "/inbox/") == few


def test_the_inbox_reads_the_stories_to_choose_from_once(client: Client, waiting: Article) -> None:
    client.force_login(make_editor())
    for number in range(3):
        report(f"{TOLD['en']} {number}")
    with CaptureQueriesContext(connection) as captured:
        client.get("/inbox/")
    assert sum('"articles_story"."created_at" DESC' in query["sql"] for query in captured) == 1


# REST


def test_programs_get_the_suggestions(client: Client, oil: Story, waiting: Article) -> None:
    (found,) = client.get(f"/api/v1/articles/{waiting.pk}/suggestions/").json()
    assert (found["story"], found["title"]) == ("oil", "Oil in the port")
    assert found["score"] > 0.4
    assert found["reasons"][0].startswith("Both tell of: ")
    placed = oil.articles.all()[0]
    assert client.get(f"/api/v1/articles/{placed.pk}/suggestions/").json() == []
    assert client.get("/api/v1/articles/999999/suggestions/").status_code == 404
    assert client.get("/api/v1/articles/x/suggestions/").status_code == 404
