"""A report that waited finds its story: once, whoever clicks how often, and back again when that is undone."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Story
from claims import services
from tests.claims.test_deciding_at_once import both
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make_editor()


def begin(article: Article, editor: User, title: str = "Oil in the port") -> Story:
    return services.begin_story(article=Article.objects.get(pk=article.pk), title=title, editor=editor)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_on_one_button_begin_one_story() -> None:
    editor, article = make_editor(), make_article("Port shut", story=None)
    assert both(*[lambda: begin(article, editor)] * 2) == ["done", "refused"]
    assert Story.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_reports_begin_stories_of_one_title_at_the_same_moment() -> None:
    editor = make_editor()
    reports = [make_article(text, story=None) for text in ("Port shut", "Quay shut", "Pier shut")]
    assert both(*[lambda one=one: begin(one, editor) for one in reports]) == ["done"] * 3  # type: ignore[misc]
    assert set(Story.objects.values_list("slug", flat=True)) == {
        "oil-in-the-port",
        "oil-in-the-port-2",
        "oil-in-the-port-3",
    }
