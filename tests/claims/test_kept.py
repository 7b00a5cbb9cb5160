"""Stories kept in memory: asked for again without reading anew, and never as they were before a change."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Story
from claims.models import Claim, Link
from claims.services import give_verdict
from claims.timeline import kept, kept_timeline, story_timeline
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, editor, report, say, told_story


@pytest.mark.django_db(transaction=True)
def test_a_story_that_has_not_changed_is_not_read_again() -> None:
    told = told_story()
    first = kept_timeline(told.story, language="en")
    with CaptureQueriesContext(connection) as captured:
        assert kept_timeline(told.story, language="en") is first
    assert len(captured) == 2  # both ask for the version
    assert kept_timeline(told.story, language="de") is not first


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["title", "day", "verdict", "wording", "link", "editor"])
def test_whatever_changes_the_story_is_read_anew(change: str) -> None:
    told = told_story()
    petra = editor()
    give_verdict(claim=told.allegation, editor=petra, about="content", status="verified")
    before = kept_timeline(told.story, language="en")
    if change == "title":
        Story.objects.update(title="Another")
    elif change == "day":
        Claim.objects.filter(pk=told.undated.pk).update(said_on=date(2025, 3, 5), said_on_precision="day")
    elif change == "verdict":
        give_verdict(claim=told.denial, editor=petra, about="content", status="verified")
    elif change == "wording":
        say(report(told.story, "It is not so.", "en"), told.denial, "It is not so")
    elif change == "link":
        Link.objects.create(claim=told.denial, target=told.allegation, kind="denies", score=1)
    else:
        User.objects.filter(pk=petra.pk).update(first_name="Petra", last_name="Kern")
    told.story.refresh_from_db()
    after = kept_timeline(told.story, language="en")
    assert after != before
    assert after == story_timeline(told.story, language="en", brief=True)


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nothing_is_kept() -> None:
    told = told_story()
    with transaction.atomic():
        first = kept_timeline(told.story, language="en")
        assert kept_timeline(told.story, language="en") is not first


@pytest.mark.django_db(transaction=True)
def test_only_the_last_stories_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    stories = [told_story(f"harbour-{number}").story for number in range(3)]
    timelines = [kept_timeline(story, language="en") for story in stories]
    assert kept_timeline(stories[2], language="en") is timelines[2]
    assert kept_timeline(stories[0], language="en") is not timelines[0]


@pytest.mark.django_db
def test_the_brief_words_are_those_of_the_full_ones(told: Told) -> None:
    article = report(told.story, "They said that oil came, and came, out of it.", "en")
    split = say(article, told.undated, "oil came")
    split.content = [
        {"start": 15, "end": 23, "exact": "oil came"},
        {"start": 35, "end": 44, "exact": "out of it"},
    ]
    split.hedges = [{"start": 0, "end": 4, "exact": "They"}]
    split.save()
    full, brief = (story_timeline(told.story, language="en", brief=one).claims for one in (False, True))
    assert [
        [(one.content, one.hedges, one.outlet, one.state, one.said_on) for one in claim.evidence]
        for claim in full
    ] == [
        [(one.content, one.hedges, one.outlet, one.state, one.said_on) for one in claim.evidence]
        for claim in brief
    ]
    assert [(claim.headline, claim.languages, claim.reports) for claim in full] == [
        (claim.headline, claim.languages, claim.reports) for claim in brief
    ]


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_disputes(client: Client, told: Told) -> None:
    def dispute() -> None:
        claim = Claim.objects.create(story=told.story, speaker=told.denial.speaker, stance="denies")
        say(report(told.story, "It is not so.", "en"), claim, "It is not so")
        Link.objects.create(claim=claim, target=told.allegation, kind="denies", score=1)

    dispute()
    few = queries(client, "/s/harbour/")
    for _ in range(12):
        dispute()
    assert queries(client, "/s/harbour/") == few
    assert page(client, "/s/harbour/").count("Denied by Ida Brandt") == 1
