"""A report that waited finds its story: once, whoever clicks how often, and back again when that is undone."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.models import Article, Story
from claims import services
from claims.extraction import pipeline, records
from claims.models import Attribution, Claim
from tests.claims.test_deciding_at_once import both
from tests.factories import make_article, make_editor, make_record, make_story

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
    assert both(*[lambda one=one: begin(one, editor) for one in reports]) == ["done"] * 3
    assert set(Story.objects.values_list("slug", flat=True)) == {
        "oil-in-the-port",
        "oil-in-the-port-2",
        "oil-in-the-port-3",
    }


def place_while_it_is_read(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    """From now on an editor puts the article into the story in the midst of its reading."""
    editor = make_editor()

    def extract(text: str, **_: object) -> Sequence[records.Attribution]:
        article = Article.objects.get(text=text)
        if article.story != story:
            Article.objects.filter(pk=article.pk).update(story=None)
            services.place_article(article=article, story=story, editor=editor)
        return [make_record(text, "Port shut")]

    monkeypatch.setattr(pipeline, "extract", extract)


def test_a_report_that_is_placed_while_it_is_read_becomes_a_claim(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    story = make_story(slug="port")
    place_while_it_is_read(monkeypatch, story)
    report = tmp_path / "a.txt"
    report.write_text("Port shut since dawn.", encoding="utf-8")
    out = StringIO()
    call_command("ingest", str(report), lang="en", stdout=out)
    assert Attribution.objects.get().claim == Claim.objects.get(story=story)
    assert "has no story" not in out.getvalue()


def test_a_report_that_is_placed_elsewhere_while_it_is_read_again_becomes_a_claim_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = make_story(), make_story()
    make_article("Port shut since noon.", story=old)
    place_while_it_is_read(monkeypatch, new)
    call_command("reread", story=old.slug, stdout=StringIO())
    assert Attribution.objects.get().claim == Claim.objects.get(story=new)
