"""Links, conflicts and drift as rows: found again they stay, found no more they go, and an editor's word holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Story
from claims import services
from claims.errors import InvalidDecision, NotAnEditor
from claims.models import Attribution, Claim, Conflict, Drift, Link, Speaker
from claims.sayings import JOINT
from claims.services.relating import evidence_at
from claims.wordings import stretches_of
from tests.factories import (
    history_of,
    make_article,
    make_attribution,
    make_claim,
    make_editor,
    make_speaker,
    make_story,
    make_user,
    piece,
)

pytestmark = pytest.mark.django_db

ALLEGATION = "Nordwind dumped waste oil in the harbour"
DENIAL = "it never dumped oil in any harbour"


def claim_of(story: Story, speaker: Speaker, *contents: str, stance: str = "asserts", **fields: Any) -> Claim:
    """A claim with a wording in an article of its own for each content."""
    claim = make_claim(story=story, speaker=speaker, stance=stance)
    for content in contents:
        row = dict(fields)
        row.setdefault("speaker", speaker)
        article = make_article(content, story=story)
        make_attribution(article, claim=claim, stance=stance, speaker_slug=speaker.slug, **row)
    return claim


@pytest.fixture
def story(db: None) -> Story:
    return make_story()


@pytest.fixture
def denied(story: Story) -> tuple[Claim, Claim]:
    firm = make_speaker("Nordwind", kind="organisation")
    paper = make_speaker("Morgenblatt", kind="publication")
    return claim_of(story, firm, DENIAL, stance="denies"), claim_of(story, paper, ALLEGATION)


def links() -> list[tuple[int, str, int]]:
    return [(link.claim_id, link.kind, link.target_id) for link in Link.objects.order_by("pk")]


def test_a_denial_is_linked_to_what_it_denies_with_a_reason_in_words(story, denied):
    denial, allegation = denied
    assert services.relate_story(story=story).links == 1
    link = Link.objects.get()
    assert links() == [(denial.pk, "denies", allegation.pk)]
    assert (link.origin, link.reason_key) == ("machine", "denies.content")
    assert DENIAL in link.reason


def test_relating_again_writes_nothing(story, denied):
    services.relate_story(story=story)
    kept = Link.objects.get()
    services.relate_story(story=story)
    assert Link.objects.get().pk == kept.pk
    assert history_of("link").count() == 1


def test_a_link_that_is_found_no_more_goes_and_its_history_stays(story, denied):
    services.relate_story(story=story)
    Attribution.objects.filter(claim=denied[1]).update(state=Attribution.State.RETIRED)
    assert services.relate_story(story=story).links == 0
    assert [event.pgh_label for event in history_of("link")] == ["insert", "delete"]


def test_a_rejected_link_stays_rejected_whatever_is_found(story, denied):
    services.relate_story(story=story)
    editor = make_editor()
    services.reject_link(link=Link.objects.get(), editor=editor, reason="another harbour")
    assert services.relate_story(story=story).links == 0
    link = Link.objects.get()
    assert (link.editor, link.reason, link.rejected_at is None) == (editor, "another harbour", False)
    Attribution.objects.filter(claim=denied[1]).update(state=Attribution.State.RETIRED)
    services.relate_story(story=story)
    assert Link.objects.filter(rejected_at__isnull=False).count() == 1


def test_an_editors_link_stays_though_no_machine_finds_it(story):
    one = claim_of(story, make_speaker("Ines Kolb", kind="person"), "the bridge is closed")
    other = claim_of(story, make_speaker("Jan Petersen", kind="person"), "ships wait outside")
    services.make_link(claim=other, target=one, kind="supports", editor=make_editor(), reason="same cause")
    services.relate_story(story=story)
    link = Link.objects.get()
    assert (link.claim, link.target, link.origin, link.score) == (one, other, "editor", 1.0)


def test_an_editors_link_takes_the_place_of_a_machines(story, denied):
    services.relate_story(story=story)
    denial, allegation = denied
    services.make_link(claim=denial, target=allegation, kind="denies", editor=make_editor(), reason="read it")
    services.relate_story(story=story)
    assert (Link.objects.get().origin, Link.objects.get().reason) == ("editor", "read it")


def test_only_editors_make_and_reject_links(story, denied):
    services.relate_story(story=story)
    with pytest.raises(NotAnEditor):
        services.reject_link(link=Link.objects.get(), editor=make_user())
    with pytest.raises(NotAnEditor):
        services.make_link(claim=denied[0], target=denied[1], kind="denies", editor=make_user())


def test_links_that_cannot_be_are_refused_in_words(story, denied):
    editor, denial = make_editor(), denied[0]
    for target, kind in ((denial, "denies"), (make_claim(), "denies"), (denied[1], "likes")):
        with pytest.raises(InvalidDecision):
            services.make_link(claim=denial, target=target, kind=kind, editor=editor)


def test_the_database_refuses_links_that_cannot_be(story, denied):
    one, other = denied
    wrong: list[dict[str, Any]] = [
        {"claim": one, "target": one, "kind": "denies", "score": 0.5},
        {"claim": other, "target": one, "kind": "supports", "score": 0.5},
        {"claim": one, "target": other, "kind": "denies", "score": 1.5},
        {"claim": one, "target": other, "kind": "denies", "score": 1, "origin": "editor"},
    ]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.create(**fields)


def test_reports_that_credit_two_speakers_are_a_conflict_with_both_sides(story):
    paper = make_speaker("Morgenblatt", kind="publication")
    rival = make_speaker("Jan Petersen", kind="person")
    claim = claim_of(story, paper, ALLEGATION, ALLEGATION)
    odd = make_attribution(
        make_article(ALLEGATION, story=story), claim=claim, speaker=rival, speaker_slug=rival.slug
    )
    services.relate_story(story=story)
    conflict = Conflict.objects.get()
    assert (conflict.claim, conflict.other, conflict.kind) == (claim, None, "who")
    assert [(side["value"], len(side["attributions"])) for side in conflict.sides] == [
        ("morgenblatt", 2),
        ("jan-petersen", 1),
    ]
    assert conflict.sides[1]["attributions"] == [odd.pk]


def test_a_rejected_conflict_stays_rejected(story):
    paper = make_speaker("Morgenblatt", kind="publication")
    claim = claim_of(story, paper, ALLEGATION, said_on=date(2025, 3, 4))
    make_attribution(
        make_article(ALLEGATION, story=story), claim=claim, speaker=paper, said_on=date(2025, 3, 5)
    )
    assert services.relate_story(story=story).conflicts == 1
    services.reject_conflict(conflict=Conflict.objects.get(), editor=make_editor())
    assert services.relate_story(story=story).conflicts == 0
    assert Conflict.objects.count() == 1


def test_drift_is_kept_with_its_places_in_the_article(story):
    paper = make_speaker("Morgenblatt", kind="publication")
    claim = claim_of(story, paper, ALLEGATION, ALLEGATION)
    text = f"It is a scandal: {ALLEGATION.replace('dumped', 'allegedly dumped')}."
    article = make_article(text, story=story)
    odd = make_attribution(
        article, content=text[17:-1], claim=claim, speaker=paper, hedges=[piece(text, "allegedly")]
    )
    assert services.relate_story(story=story).drifts == 1
    drift = Drift.objects.get()
    assert (drift.attribution, drift.kind) == (odd, "modality")
    assert [text[piece["start"] : piece["end"]] for piece in drift.pieces] == ["allegedly"]
    services.relate_story(story=story)
    assert Drift.objects.get().pk == drift.pk


@given(st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_stretches_of_a_content_are_its_pieces_words(parts, data):
    text, joined, content = "", JOINT.join(parts), []
    for part in parts:
        text += "x"
        content.append({"start": len(text), "end": len(text) + len(part), "exact": part})
        text += part
    own = data.draw(st.sampled_from(content))
    start = data.draw(st.integers(own["start"], own["end"] - 1))
    end = data.draw(st.integers(start + 1, own["end"]))
    spans = tuple((piece["start"], piece["end"]) for piece in content)
    ((first, last),) = stretches_of(spans, ((0, 1), (start, end)))
    assert joined[first:last] == text[start:end]
    inside = {"start": start, "end": end, "exact": text[start:end]}
    assert evidence_at(content, ((first, last),)) == [inside]


def test_linking_a_story_relates_its_claims_too():
    story = make_story()
    for content, stance, slug in ((ALLEGATION, "asserts", "morgenblatt"), (DENIAL, "denies", "nordwind")):
        make_attribution(
            make_article(content, story=story),
            stance=stance,
            speaker_slug=slug,
            speaker_name=slug.title(),
            speaker_kind="publication" if slug == "morgenblatt" else "organisation",
        )
    services.link_story(story=story)
    assert [kind for _, kind, _ in links()] == ["denies"]
    services.link_story(story=story)
    assert history_of("link").count() == 1
