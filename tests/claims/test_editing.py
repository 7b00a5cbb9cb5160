"""Editors merge, split and move claims, and say who is who; machines go by it ever after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Story
from claims import services
from claims.errors import InvalidDecision, NotAnEditor
from claims.extraction import records
from claims.matching import linking
from claims.models import Alias, Attribution, Claim, Decision, Link, Speaker
from tests.claims.linked import link_equal_words, say
from tests.factories import (
    make_article,
    make_attribution,
    make_claim,
    make_editor,
    make_record,
    make_speaker,
    make_story,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def equal_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(linking, "link", link_equal_words)
    yield


def told(story: Story, *words: str) -> list[Claim]:
    """One claim for each of some words, with a report each, linked."""
    articles = [say(story, one) for one in words]
    services.link_story(story=story)
    return [article.attributions.get().claim for article in articles]  # type: ignore[misc]


def words_of(claim: Claim) -> list[str]:
    return sorted(row.content[0]["exact"] for row in claim.attributions.all())


def test_merged_claims_stay_merged_and_take_new_wordings_of_both(equal_words: None) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Port shut")
    assert services.merge_claims(claim=other, into=one, editor=make_editor(), note="the same") == one
    other.refresh_from_db()
    assert other.retired_at is not None
    say(story, "Port shut"), say(story, "The port is closed")
    services.link_story(story=story)
    assert words_of(one) == ["Port shut", "Port shut", "The port is closed", "The port is closed"]
    assert services.link_story(story=story) == services.Linked(claims=1)


def test_a_split_claim_stays_split(equal_words: None) -> None:
    story = make_story()
    claim, _ = told(story, "The port is closed", "The port is closed")
    row = claim.attributions.first()
    assert row is not None
    new = services.split_claim(claim=claim, attributions=[row], editor=make_editor())
    services.link_story(story=story)
    assert (claim.attributions.count(), list(new.attributions.all())) == (1, [row])
    new.refresh_from_db()
    assert new.retired_at is None


def test_a_wording_stays_where_it_was_moved(equal_words: None) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Ships wait")
    row = one.attributions.get()
    services.move_wording(attribution=row, to=other, editor=make_editor())
    services.link_story(story=story)
    row.refresh_from_db()
    one.refresh_from_db()
    assert (row.claim, one.retired_at is None) == (other, False)


def test_a_moved_wording_does_not_draw_the_others_after_it(equal_words: None) -> None:
    story = make_story()
    one, _, other = told(story, "The port is closed", "The port is closed", "Ships wait")
    row = one.attributions.first()
    assert row is not None
    services.move_wording(attribution=row, to=other, editor=make_editor())
    services.link_story(story=story)
    assert (words_of(one), len(words_of(other))) == (["The port is closed"], 2)


def test_a_wording_that_was_taken_out_stays_out(equal_words: None) -> None:
    story = make_story()
    (claim,) = told(story, "The port is closed")
    row = claim.attributions.get()
    services.reject_wording(attribution=row, editor=make_editor())
    services.link_story(story=story)
    row.refresh_from_db()
    assert row.claim is None


def test_decisions_that_cannot_be_are_refused_in_words() -> None:
    editor, story = make_editor(), make_story()
    claim = make_claim(story=story)
    row = make_attribution(make_article(story=story), claim=claim)
    denial = make_claim(story=story, stance="denies")
    make_attribution(make_article(story=story), claim=denial, stance="denies")
    refused: list[tuple[Any, dict[str, Any]]] = [
        (services.merge_claims, {"claim": claim, "into": claim}),
        (services.merge_claims, {"claim": claim, "into": denial}),
        (services.merge_claims, {"claim": claim, "into": make_claim()}),
        (services.merge_claims, {"claim": claim, "into": make_claim(story=story)}),
        (services.split_claim, {"claim": claim, "attributions": [row]}),
        (services.split_claim, {"claim": claim, "attributions": []}),
        (services.move_wording, {"attribution": row, "to": denial}),
        (services.move_wording, {"attribution": row, "to": make_claim()}),
    ]
    for decide, fields in refused:
        with pytest.raises(InvalidDecision):
            decide(editor=editor, **fields)
        with pytest.raises((NotAnEditor, InvalidDecision)):
            decide(editor=make_user(), **fields)
    assert not Decision.objects.exists()


def test_only_editors_decide() -> None:
    story = make_story()
    one, other = make_claim(story=story), make_claim(story=story)
    with pytest.raises(NotAnEditor):
        services.merge_claims(claim=one, into=other, editor=make_user())


def test_every_decision_is_written_down_for_good(equal_words: None) -> None:
    story, editor = make_story(), make_editor()
    one, other = told(story, "The port is closed", "Port shut")
    services.merge_claims(claim=other, into=one, editor=editor, note="the same")
    decision = Decision.objects.get()
    assert (decision.verb, decision.editor, decision.note) == ("merge-claims", editor, "the same")
    assert (decision.details["claim"], decision.details["into"]) == (other.pk, one.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        decision.delete()


def test_what_was_decided_about_a_merged_claims_links_goes_along(equal_words: None) -> None:
    story, editor = make_story(), make_editor()
    one, other, third = told(story, "The port is closed", "Port shut", "Ships wait")
    made = services.make_link(claim=other, target=third, kind="supports", editor=editor)
    services.merge_claims(claim=other, into=one, editor=editor)
    made.refresh_from_db()
    assert {made.claim, made.target} == {one, third}


WORDS = ["The port is closed", "Port shut", "Ships wait"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["merge", "split", "move", "out", "report"]),
            st.integers(0, 99),
            st.integers(0, 99),
        ),
        max_size=8,
    )
)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_editors_do_in_whatever_order_holds(
    equal_words: None, steps: list[tuple[str, int, int]]
) -> None:
    story, editor = make_story(), make_editor()
    told(story, *WORDS)
    for step, first, second in steps:
        rows = list(Attribution.objects.filter(article__story=story).order_by("pk"))
        living = list(story.claims.filter(attributions__isnull=False).distinct().order_by("pk"))
        one, other = living[first % len(living)], living[second % len(living)]
        row = rows[first % len(rows)]
        try:
            if step == "merge":
                services.merge_claims(claim=one, into=other, editor=editor)
            elif step == "split":
                services.split_claim(
                    claim=one, attributions=one.attributions.all()[: second % 3], editor=editor
                )
            elif step == "move":
                services.move_wording(attribution=row, to=other, editor=editor)
            elif step == "out" and len(living) > 1:
                services.reject_wording(attribution=row, editor=editor)
            elif step == "report":
                say(story, WORDS[first % 3])
        except InvalidDecision:
            pass
        decided = dict(
            Attribution.objects.filter(article__story=story, claim_pinned=True).values_list("pk", "claim_id")
        )
        services.link_story(story=story)
        again = services.link_story(story=story)
        assert (again.created, again.revived, again.retired) == (0, 0, 0)
        now = dict(Attribution.objects.filter(pk__in=decided).values_list("pk", "claim_id"))
        assert now == decided
        if not story.claims.filter(attributions__isnull=False).exists():
            return
    assert not story.claims.filter(retired_at=None, attributions=None).exists()
    assert not story.claims.filter(retired_at__isnull=False, attributions__state="current").exists()


def speaker_record(name: str, kind: records.Kind = "organisation") -> records.Speaker:
    return records.Speaker(name.lower().replace(" ", "-"), name, kind)


def speaker_of(row: Attribution) -> Speaker:
    assert row.speaker is not None
    return row.speaker


def report(story: Story, name: str, content: str = "the port is closed") -> Attribution:
    """A report that credits somebody, recorded and linked."""
    text = f"{name} said {content}."
    article = make_article(text, story=story)
    record = make_record(text, content, cue="said", source=name, speaker=speaker_record(name))
    services.record_attributions(article=article, version="1", attributions=[record])
    services.link_story(story=story)
    return article.attributions.select_related("speaker").get()


def test_a_renamed_speaker_keeps_the_name() -> None:
    story = make_story()
    row = report(story, "Nordwind")
    services.rename_speaker(speaker=speaker_of(row), name="  Nordwind   AG ", editor=make_editor())
    later = report(story, "Nordwind", "ships wait")
    assert later.speaker.name == "Nordwind AG"
    assert later.speaker == row.speaker


def test_merged_speakers_are_one_in_every_later_report() -> None:
    story = make_story()
    one, other = report(story, "Nordwind"), report(story, "Petersen", "ships wait")
    services.merge_speakers(speaker=speaker_of(other), into=speaker_of(one), editor=make_editor())
    other.refresh_from_db()
    assert other.speaker == other.claim.speaker == one.speaker
    later = report(story, "Petersen", "the strike is over")
    assert later.speaker == one.speaker
    assert later.claim.speaker == one.speaker
    assert set(one.speaker.aliases.values_list("name", flat=True)) == {"Nordwind", "Petersen"}


def test_speakers_merged_in_turn_are_all_the_last() -> None:
    a, b, c = make_speaker(), make_speaker(), make_speaker()
    editor = make_editor()
    services.merge_speakers(speaker=a, into=b, editor=editor)
    services.merge_speakers(speaker=b, into=c, editor=editor)
    a.refresh_from_db()
    assert a.merged_into == c
    with pytest.raises(InvalidDecision):
        services.merge_speakers(speaker=c, into=a, editor=editor)
    with pytest.raises(InvalidDecision):
        services.merge_speakers(speaker=c, into=c, editor=editor)


def test_a_name_that_was_split_off_is_another_speaker_in_every_later_report() -> None:
    story = make_story()
    firm = speaker_of(report(story, "Nordwind"))
    Alias.objects.create(speaker=firm, name="Nordwind Holding", language="en")
    new = services.split_speaker(
        speaker=firm, names=[("Nordwind", "en")], name="Nordwind Reederei", editor=make_editor()
    )
    later = report(story, "Nordwind", "ships wait")
    assert later.speaker == later.claim.speaker == new
    assert list(new.aliases.values_list("name", "split_from")) == [("Nordwind", firm.pk)]


def test_a_speaker_that_was_split_off_and_merged_back_is_the_first_again() -> None:
    story = make_story()
    firm, editor = speaker_of(report(story, "Nordwind")), make_editor()
    Alias.objects.create(speaker=firm, name="Nordwind Holding", language="en")
    new = services.split_speaker(speaker=firm, names=[("Nordwind", "en")], name="Reederei", editor=editor)
    services.merge_speakers(speaker=new, into=firm, editor=editor)
    assert report(story, "Nordwind", "ships wait").speaker == firm
    assert not Alias.objects.filter(split_from__isnull=False).exists()


def test_speakers_are_not_split_or_named_into_nothing() -> None:
    firm, editor = make_speaker("Nordwind"), make_editor()
    Alias.objects.create(speaker=firm, name="Nordwind", language="en")
    for names in ([("Nordwind", "en")], []):
        with pytest.raises(InvalidDecision):
            services.split_speaker(speaker=firm, names=names, name="X", editor=editor)
    with pytest.raises(InvalidDecision):
        services.rename_speaker(speaker=firm, name="  ", editor=editor)


NAMES = ["Nordwind", "Petersen", "Kolb"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["merge", "split", "rename", "report"]), st.integers(0, 99), st.integers(0, 99)
        ),
        max_size=6,
    )
)
@settings(max_examples=6, deadline=None)
def test_whoever_editors_say_a_speaker_is_stays_so(steps: list[tuple[str, int, int]]) -> None:
    Attribution.objects.update(speaker=None, via=None), Claim.objects.update(speaker=None)
    Alias.objects.all().delete()
    Speaker.objects.update(merged_into=None)
    story, editor = make_story(), make_editor()
    for name in NAMES:
        report(story, name, f"{name} has spoken here")
    for step, first, second in steps:
        known = list(
            Speaker.objects.filter(merged_into=None, attributions__article__story=story)
            .distinct()
            .order_by("pk")
        )
        one, other = known[first % len(known)], known[second % len(known)]
        try:
            if step == "merge":
                services.merge_speakers(speaker=one, into=other, editor=editor)
            elif step == "split":
                names = list(one.aliases.values_list("name", "language").order_by("pk"))[: 1 + second % 2]
                services.split_speaker(speaker=one, names=names, name=f"Split {second}", editor=editor)
            elif step == "rename":
                services.rename_speaker(speaker=one, name=f"Name {second}", editor=editor)
            else:
                report(story, NAMES[first % 3], "ships wait")
        except InvalidDecision:
            pass
        before = dict(Attribution.objects.filter(article__story=story).values_list("pk", "speaker_id"))
        titles = dict(Speaker.objects.values_list("pk", "name"))
        services.link_story(story=story)
        assert (
            dict(Attribution.objects.filter(article__story=story).values_list("pk", "speaker_id")) == before
        )
        assert dict(Speaker.objects.filter(pk__in=titles).values_list("pk", "name")) == titles
        assert not Attribution.objects.filter(
            article__story=story, speaker__merged_into__isnull=False
        ).exists()
        assert not story.claims.filter(speaker__merged_into__isnull=False).exists()


def test_links_point_to_no_claim_that_was_merged_away(equal_words: None) -> None:
    story, editor = make_story(), make_editor()
    one, other = told(story, "The port is closed", "Port shut")
    services.make_link(claim=one, target=other, kind="supports", editor=editor)
    services.merge_claims(claim=other, into=one, editor=editor)
    assert not Link.objects.exists()
