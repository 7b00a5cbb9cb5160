"""Saving what the linker joins; the linker itself is replaced by one that joins equal words with an equal stance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from articles.models import Article
from claims.errors import BadLinking
from claims.extraction.records import Speaker as SpeakerRecord
from claims.extraction.when import iso_time
from claims.matching import linking
from claims.matching.linking import Group, Saying
from claims.models import Alias, Attribution, Claim, Speaker
from claims.services import Linked, link_story, record_attributions
from tests.claims.linked import judge, link_equal_words, say
from tests.factories import history_of, make_article, make_attribution, make_claim, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


def claim_of(article: Article) -> Claim:
    """The claim of an article that says one thing."""
    return Claim.objects.get(attributions__article=article)


def link_everything(sayings: Sequence[Saying], *_: object) -> tuple[Group, ...]:
    return (Group(speaker=None, sayings=tuple(sorted(one.key for one in sayings))),)


def test_the_same_saying_in_two_articles_is_one_claim() -> None:
    story = make_story()
    say(story, "The port is closed", "Ships wait")
    say(story, "the port is closed")
    assert link_story(story=story) == Linked(claims=2, created=2)
    assert sorted(claim.attributions.count() for claim in story.claims.all()) == [1, 2]


def test_linking_again_writes_nothing() -> None:
    story = make_story()
    say(story, "The port is closed", "Ships wait")
    link_story(story=story)
    before = list(Claim.objects.values()), list(Attribution.objects.order_by("pk").values())
    events = history_of("claim").count()
    assert link_story(story=story) == Linked(claims=2)
    assert (list(Claim.objects.values()), list(Attribution.objects.order_by("pk").values())) == before
    assert history_of("claim").count() == events


def test_only_the_storys_own_articles_are_linked() -> None:
    story, other = make_story(), make_story()
    say(story, "The port is closed")
    elsewhere = say(other, "The port is closed")
    link_story(story=story)
    assert elsewhere.attributions.get().claim is None


def test_a_claim_takes_its_speaker_stance_and_day_from_its_sayings() -> None:
    story = make_story()
    named = {
        "speaker_slug": "mayor",
        "speaker_name": "the mayor",
        "speaker_kind": "person",
        "stance": "denies",
    }
    for day in (15, 14, 14, 15, None):
        article = make_article("The port is closed", story=story)
        said_on = date(2025, 11, day) if day else None
        make_attribution(article, said_on=said_on, **named)
        make_attribution(article, content="port", said_on=said_on)
    link_story(story=story)
    claim = Claim.objects.get(stance="denies")
    assert claim.speaker == Speaker.objects.get(slug="mayor", name="the mayor", kind="person")
    assert claim.said_on == date(2025, 11, 14), "of two days that equally many reports give, the earlier"
    assert Alias.objects.get().name == "the mayor"
    assert set(claim.attributions.values_list("speaker__slug", flat=True)) == {"mayor"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            ["2025-11", "2025-11", "2025-11-14"],
            "2025-11-14",
        ),  # who says the month does not speak against the day
        (["2025-11", "2025-11", "2025-10-14"], "2025-11"),
        (["2025-W46", "2025-11", "2025"], "2025-W46"),
        (["2025-11", ""], "2025-11"),
        (["2025-11-15", "2025-11-14"], "2025-11-14"),
        ([""], ""),
    ],
)
def test_a_claim_is_dated_as_precisely_as_most_reports_allow(given: list[str], expected: str) -> None:
    story = make_story()
    for iso in given:
        when = iso_time(iso)
        time: dict[str, Any] = {"said_on": when.first, "said_on_precision": when.precision} if when else {}
        make_attribution(
            make_article("The port is closed", story=story),
            speaker_slug="mayor",
            speaker_name="Mayor",
            **time,
        )
    link_story(story=story)
    claim = Claim.objects.get()
    assert str(claim.when or "") == expected
    assert (claim.said_on is None) == (claim.said_on_precision == "")


def test_who_relays_a_saying_is_the_speaker_that_this_name_means_in_the_story(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    story = make_story()
    article = make_article("The port is closed. Ships wait.", story=story)
    make_attribution(article, content="Ships wait", speaker_slug="gazette-fr", speaker_name="la Gazette")
    relayed = make_attribution(
        article, content="The port is closed", via_slug="gazette-fr", via_name="la Gazette"
    )

    def link(sayings: Sequence[Saying], *_: object) -> tuple[Group, ...]:
        gazette = SpeakerRecord(slug="gazette", name="Gazette", kind="publication")
        return tuple(Group(speaker=gazette if one.speaker else None, sayings=(one.key,)) for one in sayings)

    monkeypatch.setattr(linking, "link", link)
    link_story(story=story)
    relayed.refresh_from_db()
    assert relayed.via == Speaker.objects.get(slug="gazette")
    assert not Speaker.objects.filter(slug="gazette-fr").exists()


def test_an_editors_name_for_a_speaker_is_kept() -> None:
    Speaker.objects.create(slug="mayor", name="Mayor Claire Roux", kind="person")
    story = make_story()
    make_attribution(make_article(story=story), speaker_slug="mayor", speaker_name="the mayor")
    link_story(story=story)
    assert Speaker.objects.get().name == "Mayor Claire Roux"


def test_a_claim_keeps_its_number_when_most_of_its_sayings_stay() -> None:
    story = make_story()
    articles = [say(story, "The port is closed") for _ in range(3)]
    link_story(story=story)
    claim = story.claims.get()
    row = articles[0].attributions.get()
    Attribution.objects.filter(pk=row.pk).update(stance="denies")
    assert link_story(story=story) == Linked(claims=2, created=1)
    assert set(claim.attributions.values_list("article", flat=True)) == {articles[1].pk, articles[2].pk}


def test_a_claim_whose_sayings_vanish_is_retired_and_is_itself_again_when_they_return() -> None:
    story = make_story()
    article = say(story, "The port is closed")
    link_story(story=story)
    claim = story.claims.get()
    article.attributions.update(state="retired")
    assert link_story(story=story) == Linked(retired=1)
    claim.refresh_from_db()
    assert claim.retired_at is not None
    assert link_story(story=story) == Linked()
    article.attributions.update(state="current")
    assert link_story(story=story) == Linked(claims=1, revived=1)
    claim.refresh_from_db()
    assert claim.retired_at is None


def test_a_judged_claim_outlives_its_sayings() -> None:
    story = make_story()
    article = say(story, "The port is closed")
    link_story(story=story)
    claim = story.claims.get()
    judge(claim)
    record_attributions(article=article, version="2", attributions=())
    link_story(story=story)
    claim.refresh_from_db()
    assert claim.retired_at is not None
    assert claim.verdicts.count() == 1
    assert claim.attributions.get().state == "retired", "the words that were judged stay with the verdict"


def test_of_claims_that_merge_the_judged_one_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story()
    say(story, "The port is closed"), say(story, "The port is closed")
    judged_article = say(story, "Port shut")
    link_story(story=story)
    judged = claim_of(judged_article)
    judge(judged)
    monkeypatch.setattr(linking, "link", link_everything)
    assert link_story(story=story) == Linked(claims=1, retired=1)
    assert judged.attributions.count() == 3


def test_two_judged_claims_are_never_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story()
    one, other = say(story, "The port is closed"), say(story, "Port shut")
    link_story(story=story)
    claims = claim_of(one), claim_of(other)
    for claim in claims:
        judge(claim)
    newcomer = say(story, "No ships")
    monkeypatch.setattr(linking, "link", link_everything)
    assert link_story(story=story) == Linked(claims=2)
    assert (claim_of(one), claim_of(other)) == claims
    assert claim_of(newcomer) in claims


def test_a_pinned_saying_stays_in_its_claim_and_keeps_it_alive() -> None:
    story = make_story()
    say(story, "The port is closed"), say(story, "The port is closed")
    elsewhere = make_claim(story=story)
    pinned = make_attribution(
        make_article("The port is closed", story=story), claim=elsewhere, claim_pinned=True
    )
    link_story(story=story)
    pinned.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (pinned.claim, elsewhere.retired_at) == (elsewhere, None)


def test_a_saying_that_an_editor_took_out_of_all_claims_stays_out() -> None:
    story = make_story()
    row = make_attribution(make_article(story=story), claim=None, claim_pinned=True)
    assert link_story(story=story) == Linked()
    row.refresh_from_db()
    assert row.claim is None


def test_an_orphaned_saying_stays_in_its_claim() -> None:
    story = make_story()
    article = say(story, "The port is closed")
    link_story(story=story)
    claim = story.claims.get()
    Article.objects.filter(pk=article.pk).update(text="Nothing.")
    assert link_story(story=story) == Linked(claims=1)
    assert claim.attributions.get().state == "orphaned"


def test_an_article_that_moves_to_another_story_takes_its_sayings_but_not_its_claims() -> None:
    story, other = make_story(), make_story()
    article = say(story, "The port is closed")
    link_story(story=story)
    old = story.claims.get()
    article.story = other
    article.save()
    assert link_story(story=other) == Linked(claims=1, created=1)
    assert link_story(story=story) == Linked(retired=1)
    assert article.attributions.get().claim == other.claims.get() != old


@pytest.mark.parametrize(
    "wrong",
    [
        lambda groups: groups[:-1],
        lambda groups: (*groups, groups[0]),
        lambda groups: (Group(None, ("alien",)),),
    ],
)
def test_a_linker_that_loses_or_doubles_a_saying_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, wrong: Any
) -> None:
    story = make_story()
    say(story, "The port is closed", "Ships wait")
    monkeypatch.setattr(linking, "link", lambda sayings, *_: wrong(link_equal_words(sayings)))
    with pytest.raises(BadLinking):
        link_story(story=story)
    assert not Claim.objects.exists()
