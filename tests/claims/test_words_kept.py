"""What was typed survives that somebody was signed out meanwhile, or that the form has expired."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client

from claims import services
from claims.models import Alias, Conflict, Decision, Link, Verdict
from tests.claims.desk import at, make_conflict, rows
from tests.claims.telling import Told, editor, report

pytestmark = pytest.mark.django_db

TYPED = 'I phoned "them" & <b>they</b> said\nit was so.'
PASSWORD = {"username": "petra", "password": "a long password"}


@pytest.fixture
def visitor(petra: User) -> Client:
    """A client that checks the tokens of forms, as a browser has to pass them; nobody is signed in."""
    return Client(enforce_csrf_checks=True)


def shown(response: Any) -> str:
    return html.unescape(response.content.decode())


def hidden(response: Any) -> dict[str, str]:
    """The hidden fields of the sign-in form."""
    (form,) = re.findall(r'<form[^>]*action="/sign-in/".*?</form>', response.content.decode(), re.S)
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in fields}


def send(client: Client, address: str, data: dict[str, Any], **more: Any) -> Any:
    """Post a form with the token that the client's cookie asks for."""
    if "csrftoken" not in client.cookies:
        client.get("/sign-in/")
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(address, token | data, **more)


def sign_in(client: Client, asked: Any, **instead: str) -> Any:
    return client.post("/sign-in/", hidden(asked) | PASSWORD | instead, follow=True)


def forms(told: Told) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every form in which an editor types, with what is sent of it."""
    link = Link.objects.create(claim=told.denial, target=told.allegation, kind="denies", score=0.5)
    assert told.denial.speaker is not None
    alias = Alias.objects.create(speaker=told.denial.speaker, name="Ida Brandt", language="en")
    Alias.objects.create(speaker=told.denial.speaker, name="Frau Brandt", language="de")
    waiting = report(None, "Nothing of the kind.", "en")
    speaker = f"/speakers/{told.denial.speaker_id}/edit"
    said = {"note": TYPED}
    ends = {"other": told.undated.pk, **said}
    return {
        "verdict": (
            f"/s/harbour/claims/{told.denial.pk}/verdict/",
            {"about": "content", "status": "unverified", **said},
        ),
        "wordings": (at(told.denial, "wordings"), {"do": "reject", "wording": rows(told.denial)[0], **said}),
        "link": (at(told.denial, "links", link.pk), {"do": "remove", **said}),
        "conflict": (
            at(told.denial, "conflicts", make_conflict(told).pk),
            {"do": "settle", "settlement": TYPED},
        ),
        "merge": (at(told.allegation, "merge"), ends),
        "move": (at(told.allegation, "move"), {"wording": rows(told.allegation)[0], **ends}),
        "other link": (at(told.denial, "link"), {"how": "denies", **ends}),
        "rename": (f"{speaker}/", {"do": "rename", "name": "Ida M. Brandt", **said}),
        "split": (
            f"{speaker}/",
            {"do": "split", "alias": alias.pk, "name": "Ida B.", "kind": "person", **said},
        ),
        "merge speakers": (f"{speaker}/merge/", {"other": told.allegation.speaker_id, **said}),
        "story": ("/s/harbour/edit/", {"title": "Oil", "summary": "A ship.", **said}),
        "begin": (f"/articles/{waiting.pk}/begin-story/", {"title": TYPED.replace("\n", " ")}),
    }


FORMS = pytest.mark.parametrize(
    "form",
    [
        "verdict",
        "wordings",
        "link",
        "conflict",
        "merge",
        "move",
        "other link",
        "rename",
        "split",
        "merge speakers",
        "story",
        "begin",
    ],
)


def nothing_was_decided() -> bool:
    return not (
        Verdict.objects.exists()
        or Decision.objects.exists()
        or Conflict.objects.exclude(settled_at=None).exists()
    )


@FORMS
def test_who_was_signed_out_signs_in_and_finds_every_word_in_its_place(
    visitor: Client, told: Told, form: str
) -> None:
    address, data = forms(told)[form]
    asked = send(visitor, address, data)
    assert asked.status_code == 403
    assert "Sign in" in shown(asked)
    assert "is kept" in shown(asked)
    back = sign_in(visitor, asked)
    assert back.redirect_chain == [(f"{address}#refused", 302)]
    assert back.status_code == 200
    assert "Nothing was changed yet" in shown(back)
    typed = str(data.get("note") or data.get("settlement") or data["title"])
    assert typed in shown(back)
    assert "<b>they</b>" not in back.content.decode()
    assert nothing_was_decided()


@FORMS
def test_a_form_that_expired_comes_back_with_every_word_in_its_place(
    visitor: Client, told: Told, form: str, petra: User
) -> None:
    address, data = forms(told)[form]
    visitor.force_login(petra)
    visitor.get("/sign-in/")  # that sets a cookie for tokens, which the one below does not fit
    sent = visitor.post(address, {"csrfmiddlewaretoken": "a" * 64, **data}, follow=True)
    assert sent.redirect_chain == [(f"{address}#refused", 302)]
    assert "Nothing was changed yet" in shown(sent)
    assert str(data.get("note") or data.get("settlement") or data["title"]) in shown(sent)
    assert nothing_was_decided()


def test_the_choices_are_made_again_too_and_the_form_can_be_sent_at_once(visitor: Client, told: Told) -> None:
    address, data = forms(told)["verdict"]
    back = sign_in(visitor, send(visitor, address, data))
    assert 'value="content" checked' in shown(back)
    assert 'value="unverified" checked' in shown(back)
    assert send(visitor, address, data).status_code == 302
    assert Verdict.objects.get().note == TYPED
    again = visitor.get(address, follow=True)
    assert "Nothing was changed yet" not in shown(again)  # what was typed is shown once


def test_words_survive_a_wrong_password(visitor: Client, told: Told) -> None:
    address, data = forms(told)["verdict"]
    wrong = sign_in(visitor, send(visitor, address, data), password="wrong")
    assert "do not belong together" in shown(wrong)
    assert TYPED in shown(sign_in(visitor, wrong))


def test_words_are_not_kept_with_the_attempts_to_sign_in(visitor: Client, told: Told) -> None:
    address, data = forms(told)["verdict"]
    sign_in(visitor, send(visitor, address, data), password="wrong")
    attempt = AccessAttempt.objects.get()
    assert "phoned" not in f"{attempt.post_data} {attempt.get_data}"


def test_who_is_locked_out_meanwhile_can_copy_what_was_typed(visitor: Client, told: Told) -> None:
    address, data = forms(told)["verdict"]
    asked = send(visitor, address, data)
    for _ in range(8):
        refused = sign_in(visitor, asked, password="wrong")
    assert refused.status_code == 429
    assert TYPED in shown(refused)


def test_what_another_site_sends_is_not_kept(visitor: Client, told: Told, petra: User) -> None:
    address, data = forms(told)["verdict"]
    visitor.force_login(petra)
    sent = visitor.post(address, data, headers={"origin": "https://evil.example"})
    assert sent.status_code == 403
    assert "phoned" not in shown(sent)
    assert "phoned" not in shown(visitor.get(address, follow=True))


def test_words_come_back_at_their_own_form_only(visitor: Client, told: Told, petra: User) -> None:
    every = forms(told)
    visitor.force_login(petra)
    visitor.post(*every["verdict"])
    assert "phoned" not in shown(visitor.get(every["rename"][0]))
    assert "phoned" in shown(visitor.get(every["verdict"][0]))


@pytest.mark.parametrize("typed", ["", "nonsense", "[]", '{"note": "x"}', '{"note": [1]}', "9" * 5000])
def test_nonsense_in_the_place_of_kept_words_does_no_harm(visitor: Client, told: Told, typed: str) -> None:
    address, _ = forms(told)["verdict"]
    visitor.get("/sign-in/")
    asked = visitor.get(f"/sign-in/?next={address}")
    back = sign_in(visitor, asked, typed=typed)
    assert back.status_code == 200
    assert "Nothing was changed yet" not in shown(back)


def test_a_sign_in_form_that_expired_since_another_tab_signed_in_leads_on(
    visitor: Client, told: Told, petra: User
) -> None:
    address, data = forms(told)["verdict"]
    asked = send(visitor, address, data)
    visitor.force_login(petra)
    visitor.get("/inbox/")
    back = visitor.post(
        "/sign-in/", hidden(asked) | PASSWORD | {"csrfmiddlewaretoken": "b" * 64}, follow=True
    )
    assert TYPED in shown(back)


def test_a_sign_in_form_that_expired_comes_back_to_be_sent_again(visitor: Client, petra: User) -> None:
    visitor.get("/sign-in/")
    sent = visitor.post("/sign-in/", {"next": "/inbox/", "csrfmiddlewaretoken": "b" * 64, **PASSWORD})
    assert sent.status_code == 403
    assert "The form has expired" in shown(sent)
    assert sign_in(visitor, sent).redirect_chain[0][0] == "/inbox/"


def test_an_undoing_that_came_too_late_leads_back_to_where_it_was_asked_for(
    visitor: Client, told: Told, petra: User
) -> None:
    assert told.denial.speaker is not None
    services.rename_speaker(speaker=told.denial.speaker, name="Ida M. Brandt", editor=petra)
    decision = Decision.objects.get()
    desk = f"/speakers/{told.denial.speaker_id}/edit/"
    asked = send(visitor, f"/decisions/{decision.pk}/undo/", {"next": desk})
    back = sign_in(visitor, asked)
    assert back.redirect_chain[-1][0] == desk
    assert "Nothing was changed yet" in shown(back)
    assert Decision.objects.count() == 1


def test_who_is_no_editor_is_refused_as_before(visitor: Client, told: Told) -> None:
    visitor.force_login(User.objects.create_user("reader"))
    address, data = forms(told)["verdict"]
    assert send(visitor, address, data).status_code == 403
    assert nothing_was_decided()


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Noch wurde nichts geändert"), ("fr", "Rien n’a encore été modifié")]
)
def test_it_is_said_in_the_readers_language(visitor: Client, told: Told, language: str, words: str) -> None:
    address, data = forms(told)["verdict"]
    visitor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    assert words in shown(sign_in(visitor, send(visitor, address, data)))


def test_the_editor_of_another_name_finds_the_words_too(visitor: Client, told: Told) -> None:
    """One person, two accounts: the words were typed in this browser."""
    editor("quirin")
    address, data = forms(told)["verdict"]
    assert TYPED in shown(sign_in(visitor, send(visitor, address, data), username="quirin"))
