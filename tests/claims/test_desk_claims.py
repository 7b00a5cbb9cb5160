"""The desk of a claim: who gets there, what can be put right, and what comes back when it cannot."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from articles.models import Story
from claims import services
from claims.matching import linking
from claims.models import Attribution, Claim, Conflict, Decision, Link
from tests.claims.browsing import page
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, report, say, told_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def petra() -> User:
    return editor()


@pytest.fixture
def desk(client: Client, told: Told, petra: User, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client in which an editor is signed in, at a story that linking leaves as it is told."""
    monkeypatch.setattr(linking, "link", as_told(told.story))
    client.force_login(petra)
    return client


def at(claim: Claim, *steps: object) -> str:
    return "/".join([f"/s/{claim.story.slug}/claims/{claim.pk}/edit", *map(str, steps), ""])


def post(client: Client, address: str, **data: Any) -> HttpResponse:
    return client.post(address, data)  # type: ignore[return-value]


def relink(story: Story) -> None:
    services.link_story(story=story)


def rows(claim: Claim) -> list[int]:
    return sorted(claim.attributions.values_list("pk", flat=True))


def make_conflict(told: Told) -> Conflict:
    return Conflict.objects.create(claim=told.denial, kind="when", score=0.5, reason="Two days are named.")


# Who gets there


def addresses(told: Told) -> list[str]:
    return [
        at(told.denial),
        at(told.denial, "wordings"),
        at(told.denial, "merge"),
        at(told.denial, "links", 1),
        at(told.denial, "conflicts", 1),
        "/s/harbour/decisions/",
        "/decisions/1/undo/",
        f"/speakers/{told.denial.speaker_id}/edit/",
        f"/speakers/{told.denial.speaker_id}/edit/merge/",
    ]


def test_who_is_not_signed_in_is_led_to_the_sign_in_and_back(client: Client, told: Told) -> None:
    for address in addresses(told):
        for response in (client.get(address), client.post(address, {"do": "reject"})):
            assert response.status_code == 302
            assert response["Location"] == f"/sign-in/?next={address}"
    assert not Decision.objects.exists()


def test_who_is_no_editor_is_refused(client: Client, told: Told) -> None:
    client.force_login(User.objects.create_user("reader"))
    for address in addresses(told):
        for response in (client.get(address), client.post(address, {"do": "reject"})):
            assert response.status_code == 403
    assert "Edit this claim" not in page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")


def test_readers_see_none_of_the_controls(
    client: Client, told: Told, petra: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "link", as_told(told.story))
    services.reject_wording(attribution=told.denial.attributions.all()[0], editor=petra, note="A caption.")
    html = page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert "A caption." in html  # what was decided is for everybody to read
    assert "Edit this claim" not in html
    assert "/undo/" not in html
    assert "/decisions/" not in page(client, "/s/harbour/")


def test_an_editor_comes_from_the_claim_to_its_desk(desk: Client, told: Told) -> None:
    html = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert at(told.denial) in html
    assert "Kein Tropfen stammt von uns" in page(desk, at(told.denial))
    assert "no-store" in desk.get(at(told.denial))["Cache-Control"]


def test_a_form_without_its_token_is_refused(told: Told, petra: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(petra)
    for address in addresses(told):
        response = client.post(address, {"do": "reject"})
        assert response.status_code in (403, 405), address


# Wordings


def test_wordings_are_split_off_into_a_claim_of_their_own(desk: Client, told: Told) -> None:
    first, second = rows(told.denial)
    response = post(desk, at(told.denial, "wordings"), do="split", wording=first, note="Another spill.")
    assert response["Location"] == at(told.denial)
    relink(told.story)
    assert rows(told.denial) == [second]
    html = page(desk, at(told.denial))
    assert "Your decision is kept" in html
    assert "Another spill." in html
    assert "petra" in html


def test_a_wording_that_is_no_statement_is_taken_out_and_put_back(desk: Client, told: Told) -> None:
    first, second = rows(told.denial)
    post(desk, at(told.denial, "wordings"), do="reject", wording=first)
    relink(told.story)
    assert rows(told.denial) == [second]
    html = page(desk, at(told.denial))
    assert "Taken out of this claim" in html
    article = Attribution.objects.get(pk=first).article
    assert f'id="a{first}"' not in page(desk, f"/articles/{article.pk}/")
    (undoing,) = set(re.findall(r"/decisions/\d+/undo/", html))
    response = post(desk, undoing, next=at(told.denial))
    assert response["Location"] == at(told.denial)
    relink(told.story)
    assert rows(told.denial) == [first, second]


def test_several_wordings_are_taken_out_at_once_or_not_at_all(desk: Client, told: Told) -> None:
    post(desk, at(told.denial, "wordings"), do="reject", wording=rows(told.denial))
    relink(told.story)
    assert rows(told.denial) == []
    assert "No report carries this claim any more" in page(desk, at(told.denial))


def test_an_editor_chooses_the_headline_of_a_language(desk: Client, told: Told) -> None:
    text = "The spokeswoman said they had not spilled one drop."
    other = say(report(told.story, text, "en"), told.denial, "they had not spilled one drop")
    post(desk, at(told.denial, "wordings"), do="headline", wording=other.pk)
    assert "they had not spilled one drop</h1>" in page(
        desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/"
    ).replace("</span>", "")
    german = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/", "de")
    assert "Kein Tropfen stammt von uns</h1>" in german.replace("</span>", "")
    post(desk, at(told.denial, "wordings"), do="clear", wording=other.pk)
    assert not Attribution.objects.filter(is_headline=True).exists()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"do": "split"}, "Choose at least one wording"),
        ({"wording": "all"}, "Choose what is to become of the wordings"),
        ({"do": "burn", "wording": "all"}, "Choose what is to become of the wordings"),
        ({"do": "split", "wording": "all"}, "not all of them"),
        ({"do": "headline", "wording": "all"}, "Choose one wording only"),
        ({"do": "clear", "wording": "first"}, "No editor has chosen this wording"),
        ({"do": "reject", "wording": "another's"}, "gone to another claim meanwhile"),
        ({"do": "reject", "wording": "nonsense"}, "Choose at least one wording"),
        ({"do": "reject", "wording": "first", "note": "x" * 4001}, "too long"),
        ({"do": "reject", "wording": "first", "note": "a\0b"}, "cannot be kept"),
    ],
)
def test_what_cannot_be_comes_back_with_what_to_do_and_what_was_typed(
    desk: Client, told: Told, data: dict[str, Any], complaint: str
) -> None:
    own = rows(told.denial)
    wanted = {"all": own, "first": own[0], "another's": rows(told.allegation)[0], "nonsense": "x"}
    sent = {"note": "My reason."} | data
    if "wording" in sent:
        sent["wording"] = wanted[sent["wording"]]
    response = post(desk, at(told.denial, "wordings"), **sent)
    html = response.content.decode()
    assert response.status_code == 400
    assert complaint in html
    assert sent["note"].replace("\0", "")[:40] in html.replace("\0", "")
    if sent.get("wording") == own[0]:
        assert f'value="{own[0]}" checked' in html
    assert not Decision.objects.exists()


# Another claim


def test_a_claim_is_merged_into_one_that_was_looked_at_beside_it(desk: Client, told: Told) -> None:
    html = page(desk, at(told.undated, "merge"))
    assert f'name="other" value="{told.allegation.pk}"' in html
    assert f'value="{told.denial.pk}"' not in html  # a denial is never the same claim
    html = page(desk, f"{at(told.undated, 'merge')}?other={told.allegation.pk}")
    assert "Side by side" in html
    assert "ein Schiff der Nordlinie habe zweimal Altöl abgelassen" in html
    response = post(desk, at(told.undated, "merge"), other=told.allegation.pk, note="The same spill.")
    assert response["Location"] == at(told.allegation)
    relink(told.story)
    assert len(rows(told.allegation)) == 3
    assert "The same spill." in page(desk, at(told.allegation))


def test_the_claims_of_the_story_can_be_searched_in_any_language(desk: Client, told: Told) -> None:
    html = page(desk, f"{at(told.allegation, 'link')}?q=navire")
    assert f'value="{told.undated.pk}"' in html
    assert "No other claim of this story answers" in page(desk, f"{at(told.allegation, 'link')}?q=Zeppelin")


def test_wordings_are_moved_to_another_claim(desk: Client, told: Told) -> None:
    (row,) = rows(told.undated)
    response = post(desk, at(told.undated, "wordings"), do="move", wording=row, note="Same spill.")
    assert response["Location"] == f"{at(told.undated, 'move')}?wording={row}&note=Same+spill."
    html = page(desk, f"{response['Location']}&other={told.allegation.pk}")
    assert "Same spill.</textarea>" in html
    assert f'value="{row}" checked' in html
    post(desk, at(told.undated, "move"), other=told.allegation.pk, wording=row, note="Same spill.")
    relink(told.story)
    assert row in rows(told.allegation)


@pytest.mark.parametrize(
    ("how", "ends"), [("denies", "denial, allegation"), ("denied-by", "allegation, denial")]
)
def test_claims_are_linked_either_way_round(desk: Client, told: Told, how: str, ends: str) -> None:
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how=how, note="She answers the port.")
    relink(told.story)
    link = Link.objects.get(origin="editor")
    wanted = [getattr(told, name) for name in ends.split(", ")]
    assert ([link.claim, link.target], link.kind) == (wanted, "denies")
    own = desk.get(f"/s/harbour/claims/{told.denial.pk}/", follow=True)
    assert "She answers the port." in own.content.decode()


@pytest.mark.parametrize(
    ("purpose", "data", "complaint"),
    [
        ("merge", {}, "Choose the other claim"),
        ("merge", {"other": "x"}, "Choose the other claim"),
        ("merge", {"other": "itself"}, "Choose the other claim"),
        ("merge", {"other": "another story's"}, "Choose the other claim"),
        ("merge", {"other": "denial"}, "A claim and its denial are never merged"),
        ("link", {"other": "denial"}, "Choose how the two claims are linked"),
        ("link", {"other": "denial", "how": "loves"}, "Choose how the two claims are linked"),
        ("move", {"other": "undated"}, "Choose at least one wording"),
        ("move", {"other": "denial", "wording": "first"}, "never belong together"),
    ],
)
def test_a_choice_that_cannot_be_comes_back_in_words(
    desk: Client, told: Told, purpose: str, data: dict[str, Any], complaint: str
) -> None:
    claims = {"itself": told.allegation, "denial": told.denial, "undated": told.undated}
    sent = dict(data)
    if sent.get("other") == "another story's":
        sent["other"] = told_story("other").allegation.pk
    elif sent.get("other") in claims:
        sent["other"] = claims[sent["other"]].pk
    if "wording" in sent:
        sent["wording"] = rows(told.allegation)[0]
    response = post(desk, at(told.allegation, purpose), note="My reason.", **sent)
    assert response.status_code == 400
    assert complaint in response.content.decode()
    assert not Decision.objects.exists()


def test_a_purpose_that_nobody_knows_is_a_404(desk: Client, told: Told) -> None:
    assert desk.get(at(told.denial, "burn")).status_code == 404
    assert desk.get("/s/harbour/claims/999999/edit/").status_code == 404


def test_the_desk_of_a_merged_claim_is_that_of_the_one_that_goes_on(desk: Client, told: Told) -> None:
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    assert desk.get(at(told.undated))["Location"] == at(told.allegation)
    assert desk.get(at(told.undated, "merge"))["Location"] == at(told.allegation, "merge")


# Links and conflicts


def test_a_machines_link_is_confirmed_removed_and_put_back(desk: Client, told: Told) -> None:
    link = Link.objects.create(
        claim=told.denial, target=told.allegation, kind="denies", score=0.5, reason="It answers."
    )
    address = at(told.denial, "links", link.pk)
    post(desk, address, do="confirm")
    relink(told.story)
    assert Link.objects.get(pk=link.pk).origin == "editor"
    post(desk, address, do="remove", note="Another ship.")
    relink(told.story)
    assert Link.objects.get(pk=link.pk).rejected_at is not None
    html = page(desk, at(told.denial))
    assert "Removed links" in html
    assert "Another ship." in html
    post(desk, address, do="put-back")
    assert Link.objects.get(pk=link.pk).rejected_at is None


def test_a_conflict_is_settled_with_a_sentence_for_readers_and_opened_again(desk: Client, told: Told) -> None:
    conflict = make_conflict(told)
    address = at(told.denial, "conflicts", conflict.pk)
    response = post(desk, address, do="settle", note="Phoned.")
    assert response.status_code == 400
    assert "Say what settled the conflict" in response.content.decode()
    assert "Phoned.</textarea>" in response.content.decode()
    post(desk, address, do="settle", settlement="The office says Tuesday.", note="Phoned.")
    relink(told.story)
    own = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert "The office says Tuesday." in own
    assert "No side is chosen" not in own
    assert "in conflict: reports disagree" not in page(desk, "/s/harbour/")
    post(desk, address, do="reopen")
    assert not Conflict.objects.exclude(settled_at=None).exists()


def test_what_is_no_conflict_is_shown_to_nobody_but_the_desk(desk: Client, told: Told) -> None:
    conflict = make_conflict(told)
    post(desk, at(told.denial, "conflicts", conflict.pk), do="reject", note="One of them is a typo.")
    relink(told.story)
    assert Conflict.objects.get().rejected_at is not None
    assert "Found to be no conflicts" in page(desk, at(told.denial))
    own = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert 'class="conflicts"' not in own


@pytest.mark.parametrize("what", ["links", "conflicts"])
def test_what_the_machine_took_back_meanwhile_is_told(desk: Client, told: Told, what: str) -> None:
    response = post(desk, at(told.denial, what, 999), do="remove", note="I phoned them.")
    assert response.status_code == 400
    assert "I phoned them." in response.content.decode()
    assert "a newer linking no longer finds it" in response.content.decode()


@pytest.mark.parametrize("what", ["links", "conflicts"])
def test_reading_the_address_of_a_form_leads_to_the_desk(desk: Client, told: Told, what: str) -> None:
    assert desk.get(at(told.denial, what, 1))["Location"] == at(told.denial)
    assert desk.get(at(told.denial, "wordings"))["Location"] == at(told.denial)


# What another editor, or another tab, decided meanwhile


def test_a_claim_that_was_merged_meanwhile_is_told_and_nothing_changed(desk: Client, told: Told) -> None:
    other = Claim.objects.create(story=told.story, stance="asserts")
    say(told.english, other, "Anglers saw a film on the water")
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    response = post(desk, at(told.undated, "merge"), other=other.pk, note="The same film.")
    html = response.content.decode()
    assert response.status_code == 400
    assert f"Claim {told.undated.pk} was merged into claim {told.allegation.pk} meanwhile" in html
    assert "The same film.</textarea>" in html
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("form", ["wordings", "links/1", "conflicts/1", "move", "link"])
def test_whatever_is_decided_on_a_merged_claim_is_told(desk: Client, told: Told, form: str) -> None:
    (row,) = rows(told.undated)
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    sent = {"do": "reject", "wording": row, "other": told.denial.pk, "how": "denies", "note": "Typed."}
    response = post(desk, at(told.undated, form), **sent)
    assert response.status_code == 400
    assert "meanwhile. Nothing was changed." in response.content.decode()
    assert "Typed.</textarea>" in response.content.decode()


@pytest.mark.parametrize("form", ["wordings", "merge", "move", "link"])
def test_a_claim_whose_only_wording_was_taken_out_meanwhile_is_told(
    desk: Client, told: Told, form: str
) -> None:
    (row,) = rows(told.undated)
    sent = {"do": "reject", "wording": row, "other": told.allegation.pk, "how": "denies", "note": "Typed."}
    post(desk, at(told.undated, "wordings"), **sent)
    response = post(desk, at(told.undated, form), **sent)
    assert response.status_code == 400
    assert "were taken out or moved meanwhile" in response.content.decode()
    assert "Typed.</textarea>" in response.content.decode()
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("do", ["settle", "reject"])
def test_a_conflict_that_was_settled_meanwhile_is_told_with_who_and_how(
    desk: Client, told: Told, do: str
) -> None:
    address = at(told.denial, "conflicts", make_conflict(told).pk)
    post(desk, address, do="settle", settlement="The office says Tuesday.")
    desk.force_login(editor("quirin"))
    response = post(desk, address, do=do, settlement="It was Monday.", note="I phoned them.")
    html = response.content.decode()
    assert response.status_code == 400
    assert "petra settled this conflict meanwhile: “The office says Tuesday.”" in html
    assert "It was Monday.</textarea>" in html
    assert "I phoned them.</textarea>" in html
    assert Conflict.objects.get().settlement == "The office says Tuesday."


def test_what_was_found_to_be_no_conflict_meanwhile_is_not_settled(desk: Client, told: Told) -> None:
    address = at(told.denial, "conflicts", make_conflict(told).pk)
    post(desk, address, do="reject")
    response = post(desk, address, do="settle", settlement="It was Monday.", note="I phoned them.")
    html = response.content.decode()
    assert response.status_code == 400
    assert "petra found meanwhile that this is no conflict" in html
    assert "It was Monday.\nI phoned them.</textarea>" in html
    assert Conflict.objects.get().rejected_at is not None


# Decisions


def test_the_decisions_of_a_story_are_told_newest_first_and_undone(desk: Client, told: Told) -> None:
    first, _second = rows(told.denial)
    post(desk, at(told.denial, "wordings"), do="reject", wording=first, note="A caption.")
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how="denies")
    html = page(desk, "/s/harbour/decisions/")
    assert html.index("Made a link") < html.index("A caption.")
    rejection = Decision.objects.get(verb="reject-wording")
    response = post(desk, f"/decisions/{rejection.pk}/undo/", next="https://evil.example/")
    assert response["Location"] == "/s/harbour/decisions/"
    html = page(desk, "/s/harbour/decisions/")
    assert "The decision is undone" in html
    assert "Took back:" in html
    assert f"/decisions/{rejection.pk}/undo/" not in html
    again = desk.post(f"/decisions/{rejection.pk}/undo/", follow=True)
    assert "was undone before" in again.content.decode()


def test_a_decision_that_a_later_one_rests_on_says_which_to_undo_first(desk: Client, told: Told) -> None:
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    merger = Decision.objects.get()
    post(
        desk,
        at(told.allegation, "wordings"),
        do="reject",
        wording=rows(told.undated) or rows(told.allegation),
    )
    again = desk.post(f"/decisions/{merger.pk}/undo/", follow=True)
    assert "Undo that one first" in again.content.decode()
    assert "petra" in again.content.decode()


def test_many_decisions_come_in_pages(desk: Client, told: Told, petra: User) -> None:
    for number in range(51):
        Decision.objects.create(
            verb="merge-claims",
            editor=petra,
            note=f"number {number:02}",
            details={"stories": [told.story.pk], "claim": 1, "into": 2},
        )
    html = page(desk, "/s/harbour/decisions/")
    assert "number 50" in html
    assert "number 00" not in html
    (older,) = re.findall(r"\?before=\d+", html)
    assert "number 00" in page(desk, f"/s/harbour/decisions/{older}")


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Diese Aussage bearbeiten"), ("fr", "Modifier ce propos"), ("en", "Edit this claim")],
)
def test_the_desk_speaks_the_editors_language(desk: Client, told: Told, language: str, words: str) -> None:
    assert words in page(desk, at(told.denial), language)
    response = desk.post(
        at(told.denial, "wordings"),
        {"do": "split", "wording": rows(told.denial)},
        headers={"accept-language": language},
    )
    complaint = {"de": "nicht alle", "fr": "pas toutes", "en": "not all of them"}[language]
    assert complaint in response.content.decode()


def test_every_form_carries_its_token(desk: Client, told: Told) -> None:
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how="denies")
    post(desk, at(told.denial, "wordings"), do="reject", wording=rows(told.denial)[0])
    make_conflict(told)
    for address in (
        f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/",
        at(told.denial),
        f"{at(told.denial, 'link')}?other={told.allegation.pk}",
        "/s/harbour/decisions/",
        f"/speakers/{told.denial.speaker_id}/edit/",
        f"/speakers/{told.denial.speaker_id}/edit/merge/?other={told.allegation.speaker_id}",
    ):
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page(desk, address), re.S)
        assert len(forms) > 1, address
        assert all("csrfmiddlewaretoken" in form for form in forms), address
