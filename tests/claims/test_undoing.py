"""What editors decided can be undone, and machines go on from there; what stands outlives every later run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Story
from claims import services
from claims.errors import InvalidDecision, NotAnEditor
from claims.matching import linking
from claims.models import Affiliation, Alias, Attribution, Claim, Conflict, Decision, Link, Speaker
from tests.claims.linked import link_equal_words, say
from tests.claims.test_editing import report, speaker_of, told, words_of
from tests.factories import make_claim, make_editor, make_speaker, make_story, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def equal_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(linking, "link", link_equal_words)
    yield


@pytest.fixture
def editor() -> User:
    return make_editor()


def last() -> Decision:
    return Decision.objects.order_by("-pk")[0]


def undo(editor: User) -> Decision:
    return services.undo(decision=last(), editor=editor)


def conflict_of(claim: Claim) -> Conflict:
    return Conflict.objects.create(claim=claim, kind="when", score=0.5, reason="Two days are named.")


def test_a_merger_that_is_undone_gives_both_claims_back(equal_words: None, editor: User) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Port shut")
    services.merge_claims(claim=other, into=one, editor=editor)
    other.refresh_from_db()
    assert (other.successor, other.merged_into) == (one, one)
    say(story, "Port shut")
    services.link_story(story=story)
    undo(editor)
    other.refresh_from_db()
    one.refresh_from_db()
    assert (other.merged_into, other.retired_at) == (None, None)
    assert words_of(one) == ["The port is closed"]
    assert words_of(other) == ["Port shut", "Port shut"]  # also the report that came in between
    assert not Attribution.objects.filter(claim_pinned=True).exists()
    assert services.link_story(story=story) == services.Linked(claims=2)


def test_mergers_in_turn_lead_on_and_are_undone_one_by_one(equal_words: None, editor: User) -> None:
    a, b, c = told(make_story(), "The port is closed", "Port shut", "Harbour shut")
    services.merge_claims(claim=a, into=b, editor=editor)
    first = last()
    services.merge_claims(claim=b, into=c, editor=editor)
    a.refresh_from_db()
    assert a.successor == c
    with pytest.raises(InvalidDecision, match="Undo that one first"):
        services.undo(decision=first, editor=editor)
    undo(editor)
    a.refresh_from_db()
    assert a.successor == b
    services.undo(decision=first, editor=editor)
    a.refresh_from_db()
    assert a.successor == a
    assert [words_of(one) for one in (a, b, c)] == [["The port is closed"], ["Port shut"], ["Harbour shut"]]


def test_a_split_that_is_undone_leads_from_the_new_claim_back_to_the_old(
    equal_words: None, editor: User
) -> None:
    claim, _ = told(make_story(), "The port is closed", "The port is closed")
    new = services.split_claim(claim=claim, attributions=claim.attributions.all()[:1], editor=editor)
    undo(editor)
    new.refresh_from_db()
    assert (claim.attributions.count(), new.successor) == (2, claim)
    assert new.retired_at is not None


def test_a_rejected_wording_stays_out_until_the_rejection_is_undone(equal_words: None, editor: User) -> None:
    story = make_story()
    (claim,) = told(story, "The port is closed")
    row = claim.attributions.get()
    services.reject_wording(attribution=row, editor=editor, note="A caption, no speech.")
    services.link_story(story=story)
    claim.refresh_from_db()
    row.refresh_from_db()
    assert (row.claim, claim.retired_at is not None) == (None, True)
    with pytest.raises(InvalidDecision):
        services.reject_wording(attribution=row, editor=editor)
    undo(editor)
    claim.refresh_from_db()
    row.refresh_from_db()
    assert (row.claim, row.claim_pinned, claim.retired_at) == (claim, False, None)


def test_a_rejected_wording_comes_back_to_what_its_claim_was_merged_into(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, _, other = told(story, "The port is closed", "The port is closed", "Port shut")
    row = one.attributions.first()
    assert row is not None
    services.reject_wording(attribution=row, editor=editor)
    rejection = last()
    services.merge_claims(claim=one, into=other, editor=editor)
    services.undo(decision=rejection, editor=editor)
    row.refresh_from_db()
    assert row.claim == other


def test_a_moved_wording_goes_back(equal_words: None, editor: User) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Ships wait")
    row = one.attributions.get()
    services.move_wording(attribution=row, to=other, editor=editor)
    undo(editor)
    row.refresh_from_db()
    one.refresh_from_db()
    assert (row.claim, row.claim_pinned, one.retired_at) == (one, False, None)


def test_a_chosen_headline_outlives_a_linking_and_is_taken_back(equal_words: None, editor: User) -> None:
    story = make_story()
    claim, _ = told(story, "The port is closed", "The port is closed")
    one, other = claim.attributions.order_by("pk")
    for row in (one, other):
        services.choose_headline(attribution=row, editor=editor)
    services.link_story(story=story)
    assert list(claim.attributions.filter(is_headline=True)) == [other]
    undo(editor)
    assert list(claim.attributions.filter(is_headline=True)) == [one]
    services.clear_headline(attribution=one, editor=editor)
    assert not claim.attributions.filter(is_headline=True).exists()
    with pytest.raises(InvalidDecision):
        services.clear_headline(attribution=one, editor=editor)


def test_links_are_made_confirmed_and_removed_and_each_is_undone(equal_words: None, editor: User) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Ships wait")
    made = services.make_link(claim=one, target=other, kind="relies-on", editor=editor)
    services.link_story(story=story)
    assert Link.objects.get() == made
    services.reject_link(link=made, editor=editor, reason="Another port.")
    services.link_story(story=story)
    assert Link.objects.get().rejected_at is not None
    undo(editor)
    assert (Link.objects.get().rejected_at, Link.objects.get().origin) == (None, "editor")
    services.undo(decision=Decision.objects.get(verb="make-link"), editor=editor)
    assert not Link.objects.exists()


def test_a_machines_link_that_an_editor_confirmed_stays_when_it_is_found_no_more(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, other = told(story, "The port is closed", "Ships wait")
    link = Link.objects.create(claim=one, target=other, kind="denies", score=0.5, reason="They agree.")
    services.confirm_link(link=link, editor=editor)
    services.link_story(story=story)
    assert (Link.objects.get().origin, Link.objects.get().reason) == ("editor", "They agree.")
    with pytest.raises(InvalidDecision):
        services.confirm_link(link=link, editor=editor)
    undo(editor)
    assert not Link.objects.exists()  # the machine's again, which does not find it


def test_a_settled_conflict_is_kept_with_what_settled_it(equal_words: None, editor: User) -> None:
    story = make_story()
    (claim,) = told(story, "The port is closed")
    conflict = conflict_of(claim)
    with pytest.raises(InvalidDecision, match="Say what settled"):
        services.settle_conflict(conflict=conflict, settlement=" ", editor=editor)
    services.settle_conflict(conflict=conflict, settlement="The office says Monday.", editor=editor)
    services.link_story(story=story)
    kept = Conflict.objects.get()
    assert (kept.settlement, kept.rejected_at) == ("The office says Monday.", None)
    services.reject_conflict(conflict=conflict, editor=editor)
    services.link_story(story=story)
    assert Conflict.objects.get().rejected_at is not None
    undo(editor)
    assert Conflict.objects.get().settlement == "The office says Monday."
    services.reopen_conflict(conflict=conflict, editor=editor)
    assert not Conflict.objects.exists()  # the machine's again, which does not find it
    undo(editor)
    assert Conflict.objects.get().settlement == "The office says Monday."


def test_what_was_merged_away_meanwhile_is_still_met(equal_words: None, editor: User) -> None:
    story = make_story()
    one, other, third = told(story, "The port is closed", "Port shut", "Ships wait")
    services.merge_claims(claim=one, into=other, editor=editor)
    services.move_wording(attribution=third.attributions.get(), to=one, editor=editor)
    assert words_of(other) == ["Port shut", "Ships wait", "The port is closed"]


def test_merged_speakers_are_two_again(editor: User) -> None:
    story = make_story()
    one, other = report(story, "Nordwind"), report(story, "Petersen", "ships wait")
    services.merge_speakers(speaker=speaker_of(other), into=speaker_of(one), editor=editor)
    report(story, "Petersen", "the strike is over")
    undo(editor)
    other.refresh_from_db()
    petersen = Speaker.objects.get(slug="petersen")
    assert (petersen.merged_into, other.speaker, other.claim.speaker) == (None, petersen, petersen)
    assert Attribution.objects.filter(speaker=petersen).count() == 2  # the one that came in between, too
    assert list(petersen.aliases.values_list("name", flat=True)) == ["Petersen"]
    assert list(speaker_of(one).aliases.values_list("name", flat=True)) == ["Nordwind"]


def test_claims_that_became_one_with_their_speakers_have_their_own_addresses_again(editor: User) -> None:
    story = make_story()
    one, other = report(story, "Nordwind"), report(story, "Petersen")
    claims = {row.pk: row.claim for row in (one, other)}
    services.merge_speakers(speaker=speaker_of(other), into=speaker_of(one), editor=editor)
    assert story.claims.filter(retired_at=None).count() == 1
    undo(editor)
    for row in (one, other):
        row.refresh_from_db()
        assert row.claim == claims[row.pk]
    assert story.claims.filter(retired_at=None).count() == 2


def test_a_speaker_split_that_is_undone_leads_from_the_new_speaker_back(editor: User) -> None:
    story = make_story()
    firm = speaker_of(report(story, "Nordwind"))
    Alias.objects.create(speaker=firm, name="Nordwind Holding", language="en")
    new = services.split_speaker(speaker=firm, names=[("Nordwind", "en")], name="Reederei", editor=editor)
    undo(editor)
    new.refresh_from_db()
    assert new.merged_into == firm
    assert report(story, "Nordwind", "ships wait").speaker == firm
    assert set(firm.aliases.values_list("name", flat=True)) == {"Nordwind", "Nordwind Holding"}


def test_names_kinds_and_affiliations_are_set_kept_and_undone(editor: User) -> None:
    story = make_story()
    firm, port = speaker_of(report(story, "Nordwind")), make_speaker("Port")
    services.rename_speaker(speaker=firm, name="Nordwind AG", editor=editor)
    services.set_kind(speaker=firm, kind="person", editor=editor)
    services.add_alias(speaker=firm, name="Nordwind-Gruppe", language="de", editor=editor)
    services.remove_alias(alias=Alias.objects.get(name="Nordwind"), editor=editor)
    services.affiliate(speaker=firm, of=port, role="spokesperson-for", editor=editor)
    report(story, "Nordwind", "ships wait")
    services.link_story(story=story)
    firm.refresh_from_db()
    shown = list(firm.aliases.filter(is_hidden=False).values_list("name", "language"))
    assert (firm.name, firm.kind, shown) == ("Nordwind AG", "person", [("Nordwind-Gruppe", "de")])
    services.disaffiliate(affiliation=Affiliation.objects.get(), editor=editor)
    for decision in Decision.objects.order_by("-pk"):
        services.undo(decision=decision, editor=editor)
    firm.refresh_from_db()
    assert (firm.name, firm.kind) == ("Nordwind", "organisation")
    assert list(firm.aliases.values_list("name", "is_hidden")) == [("Nordwind", False)]
    assert not Affiliation.objects.exists()


def test_affiliations_go_along_with_a_merger_and_come_back(editor: User) -> None:
    a, b, c = make_speaker(), make_speaker(), make_speaker()
    services.affiliate(speaker=a, of=c, role="embassy-of", editor=editor)
    services.merge_speakers(speaker=a, into=b, editor=editor)
    assert Affiliation.objects.get().speaker == b
    undo(editor)
    assert Affiliation.objects.get().speaker == a


def test_what_cannot_be_is_refused_in_words(editor: User) -> None:
    firm, gone = make_speaker("Nordwind"), make_speaker("Gone")
    services.merge_speakers(speaker=gone, into=make_speaker(), editor=editor)
    alias = services.add_alias(speaker=firm, name="Nord", language="de", editor=editor)
    refused: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (services.rename_speaker, {"speaker": firm, "name": "Nordwind"}),
        (services.rename_speaker, {"speaker": gone, "name": "X"}),
        (services.set_kind, {"speaker": firm, "kind": "unknown"}),
        (services.set_kind, {"speaker": firm, "kind": "ship"}),
        (services.add_alias, {"speaker": firm, "name": "Nord", "language": "de"}),
        (services.add_alias, {"speaker": firm, "name": "Nord", "language": "xx"}),
        (services.add_alias, {"speaker": firm, "name": " ", "language": "de"}),
        (services.affiliate, {"speaker": firm, "of": firm, "role": "embassy-of"}),
        (services.affiliate, {"speaker": firm, "of": make_speaker(), "role": "friend"}),
    ]
    for decide, fields in refused:
        with pytest.raises(InvalidDecision):
            decide(editor=editor, **fields)
        with pytest.raises(NotAnEditor):
            decide(editor=make_user(), **fields)
    services.remove_alias(alias=alias, editor=editor)
    with pytest.raises(InvalidDecision):
        services.remove_alias(alias=alias, editor=editor)


def test_nothing_is_undone_twice_or_by_others(equal_words: None, editor: User) -> None:
    one, other = told(make_story(), "The port is closed", "Port shut")
    services.merge_claims(claim=other, into=one, editor=editor)
    decision = last()
    with pytest.raises(NotAnEditor):
        services.undo(decision=decision, editor=make_user())
    undoing = services.undo(decision=decision, editor=editor)
    for again in (decision, undoing):
        with pytest.raises(InvalidDecision):
            services.undo(decision=again, editor=editor)


def test_a_decision_of_earlier_times_says_that_it_cannot_be_undone(editor: User) -> None:
    old = Decision.objects.create(verb="merge-claims", editor=editor, details={"claim": make_claim().pk})
    with pytest.raises(InvalidDecision, match="not noted"):
        services.undo(decision=old, editor=editor)


WORDS = ["The port is closed", "Port shut", "Ships wait"]
STEPS = ["merge", "split", "move", "reject", "headline", "link", "unlink"]


def picture(story: Story) -> tuple[Any, ...]:
    """All that editors can change about a story."""
    rows = Attribution.objects.filter(article__story=story).order_by("pk")
    return (
        list(rows.values_list("pk", "claim", "claim_pinned", "is_headline")),
        list(
            Link.objects.filter(claim__story=story).order_by("claim", "target").values_list("claim", "target")
        ),
        list(story.claims.filter(retired_at=None).order_by("pk").values_list("pk", "speaker", "stance")),
    )


def decide(step: str, first: int, second: int, story: Story, editor: User) -> None:
    rows = list(Attribution.objects.filter(article__story=story).order_by("pk"))
    living = list(story.claims.filter(retired_at=None).order_by("pk"))
    row = rows[first % len(rows)]
    if not living:
        return
    one, other = living[first % len(living)], living[second % len(living)]
    if step == "merge":
        services.merge_claims(claim=one, into=other, editor=editor)
    elif step == "split":
        services.split_claim(claim=one, attributions=one.attributions.all()[: second % 3], editor=editor)
    elif step == "move":
        services.move_wording(attribution=row, to=other, editor=editor)
    elif step == "reject":
        services.reject_wording(attribution=row, editor=editor)
    elif step == "headline":
        services.choose_headline(attribution=row, editor=editor)
    elif step == "link":
        services.make_link(claim=one, target=other, kind="supports", editor=editor)
    elif link := Link.objects.filter(claim__story=story).first():
        services.reject_link(link=link, editor=editor)


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=6
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_backwards_gives_what_was(
    equal_words: None, steps: list[tuple[str, int, int]]
) -> None:
    story, editor = make_story(), make_editor()
    told(story, *WORDS, WORDS[0])
    before = picture(story)
    for step, first, second in steps:
        try:
            decide(step, first, second, story, editor)
        except InvalidDecision:
            continue
        stands = picture(story)
        services.link_story(story=story)
        assert picture(story) == stands
    for decision in Decision.objects.filter(details__contains={"stories": [story.pk]}).order_by("-pk"):
        services.undo(decision=decision, editor=editor)
    assert picture(story) == before
