"""What befalls editors in a hurry: a mistake, a lost session, a second click, a note too long, the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from claims import services
from claims.matching import linking
from claims.models import Decision, Verdict, Withdrawal
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.desk import SCRIPTS, edit, sign_in
from tests.browser.test_looks import LONG, assert_accessible
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NOTE = "I phoned the office twice; “nobody” answered <at all>."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    told = told_story()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    yield told


def own(told: Told) -> str:
    return f"/s/harbour/claims/{told.denial.pk}/"


def fill_verdict(page: Page, note: str = NOTE) -> None:
    page.get_by_label("Is it true?").check()
    page.get_by_label("Unverified", exact=True).check()
    page.get_by_label("Note: what you checked").fill(note)


def give(page: Page) -> None:
    page.get_by_role("button", name="Give this verdict").click()


@SCRIPTS
@pytest.mark.parametrize("width", [1440, 390])
def test_an_editor_takes_back_a_verdict_given_by_mistake(
    open_page: Callable[..., Page], told: Told, javascript: bool, width: int
) -> None:
    editor()
    page = sign_in(open_page, f"/sign-in/?next={own(told)}", java_script_enabled=javascript, width=width)
    fill_verdict(page)
    give(page)
    expect(page.get_by_text("Your verdict is kept")).to_be_visible()
    page.get_by_text("Take it back").click()
    page.get_by_label("Reason").fill("That was the other ship.")
    page.get_by_role("button", name="Take this verdict back").click()
    expect(page.get_by_text("The verdict is taken back.")).to_be_visible()
    expect(page.get_by_text("That was the other ship.")).to_be_visible()
    expect(page.get_by_text(NOTE)).to_be_visible()
    expect(page.locator(".claim-head .verdict")).to_have_text("Unreviewed")
    assert is_as_wide_as_its_window(page)
    if javascript:
        assert_accessible(page)


@SCRIPTS
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lost_session_costs_no_word(
    open_page: Callable[..., Page], told: Told, javascript: bool, scheme: str
) -> None:
    editor()
    page = sign_in(
        open_page,
        f"/sign-in/?next={own(told)}",
        java_script_enabled=javascript,
        scheme=scheme,
        width=390,
    )
    fill_verdict(page)
    Session.objects.all().delete()
    give(page)
    expect(page.get_by_role("alert")).to_contain_text("What you typed is kept")
    expect(page.get_by_label("What you typed")).to_have_value(NOTE)
    if javascript:
        assert_accessible(page)
    assert is_as_wide_as_its_window(page)
    page.get_by_label("Username").fill("petra")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed yet")
    expect(page.get_by_label("Note: what you checked")).to_have_value(NOTE)
    assert not Verdict.objects.exists()
    give(page)
    expect(page.get_by_text("Your verdict is kept")).to_be_visible()
    given = Verdict.objects.get()
    assert (given.about, given.status, given.note) == ("content", "unverified", NOTE)


def test_who_signed_in_again_in_another_tab_sends_the_form_once_more(
    open_page: Callable[..., Page], told: Told
) -> None:
    editor()
    page = sign_in(open_page, edit(told.denial))
    wordings = page.locator("form", has=page.locator("input[name=wording]"))
    page.get_by_label("Kein Tropfen stammt von uns").check()
    page.get_by_label("They are no statement at all").check()
    wordings.get_by_label("Reason").fill(NOTE)
    tab = page.context.new_page()
    tab.goto("/")
    tab.get_by_role("button", name="Sign out").click()
    tab.goto("/sign-in/")
    tab.get_by_label("Username").fill("petra")
    tab.get_by_label("Password").fill("a long password")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Sign out").wait_for()
    page.get_by_role("button", name="Decide on these wordings").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed yet")
    expect(page.get_by_label("Kein Tropfen stammt von uns")).to_be_checked()
    expect(wordings.get_by_label("Reason")).to_have_value(NOTE)
    assert not Decision.objects.exists()
    page.get_by_role("button", name="Decide on these wordings").click()
    expect(page.get_by_text("Your decision is kept")).to_be_visible()


@SCRIPTS
def test_two_clicks_give_one_verdict(open_page: Callable[..., Page], told: Told, javascript: bool) -> None:
    editor()
    page = sign_in(open_page, f"/sign-in/?next={own(told)}", java_script_enabled=javascript)
    fill_verdict(page)
    page.get_by_role("button", name="Give this verdict").dblclick()
    expect(page.get_by_text("Your verdict is kept").first).to_be_visible()
    assert Verdict.objects.count() == 1


def test_two_clicks_merge_two_claims_without_a_complaint(open_page: Callable[..., Page], told: Told) -> None:
    editor()
    page = sign_in(open_page, f"{edit(told.undated, 'merge')}?other={told.allegation.pk}")
    page.get_by_role("button", name="Merge the two").dblclick()
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert Decision.objects.count() == 1


def test_a_note_that_is_too_long_is_counted_and_not_cut(open_page: Callable[..., Page], told: Told) -> None:
    editor()
    page = sign_in(open_page, f"/sign-in/?next={own(told)}", width=390)
    expect(page.get_by_text("at most 4000 characters").first).to_be_visible()
    fill_verdict(page, "\U0001f6a2" * 4002)  # a ship is one character
    expect(page.get_by_text("4,002 characters: at most 4,000 are kept.")).to_be_visible()
    assert_accessible(page)
    give(page)
    expect(page.get_by_text("Your verdict is kept")).to_have_count(0)
    assert not Verdict.objects.exists()
    fill_verdict(page, "\U0001f6a2 " * 2000)
    expect(page.get_by_text("4,000 of at most 4,000 characters")).to_be_visible()
    give(page)
    expect(page.get_by_text("Your verdict is kept")).to_be_visible()
    history = page.locator(".history").first.bounding_box()
    assert history is not None
    assert history["height"] < 400  # px; what is long is folded
    page.get_by_text("All of it").click()
    assert is_as_wide_as_its_window(page)
    assert_accessible(page)


def test_without_script_a_note_that_is_too_long_comes_back_whole(
    open_page: Callable[..., Page], told: Told
) -> None:
    editor()
    page = sign_in(open_page, f"/sign-in/?next={own(told)}", java_script_enabled=False)
    fill_verdict(page, f"{LONG} " + "x" * 4000)
    give(page)
    expect(page.get_by_role("alert")).to_contain_text("at most 4000 are kept")
    assert page.get_by_label("Note: what you checked").input_value() == f"{LONG} " + "x" * 4000


def test_a_withdrawal_by_somebody_else_in_between_is_told(open_page: Callable[..., Page], told: Told) -> None:
    given = services.give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    page = sign_in(open_page, f"/sign-in/?next={own(told)}")
    page.get_by_text("Take it back").click()
    services.withdraw_verdict(verdict=given, editor=editor("quirin"))
    page.get_by_role("button", name="Take this verdict back").click()
    expect(page.get_by_text("quirin has taken this verdict back already.")).to_be_visible()
    assert Withdrawal.objects.count() == 1
