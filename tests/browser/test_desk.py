"""What editors put right in a browser: with script and without, by keyboard, on the phone, in all languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from claims import services
from claims.matching import linking
from claims.models import Alias, Attribution, Conflict, Decision, Link
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.desk import SCRIPTS, edit, sign_in
from tests.browser.test_looks import ARABIC, EMOJI, LONG, SCRIPT, assert_accessible
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PATIENCE = 30_000  # ms; the first search of a process loads the vocabulary


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    told = told_story()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    yield told


@SCRIPTS
@pytest.mark.parametrize("width", [1440, 390])
def test_an_editor_merges_two_claims_looks_at_the_result_and_undoes_it(
    open_page: Callable[..., Page], told: Told, javascript: bool, width: int
) -> None:
    editor()
    page = sign_in(
        open_page,
        f"/sign-in/?next=/s/harbour/claims/{told.undated.pk}/",
        java_script_enabled=javascript,
        width=width,
    )
    page.get_by_role("link", name="Edit this claim").click()
    page.get_by_role("link", name="Merge this claim into another").click()
    page.wait_for_load_state()  # the search listens from then on
    page.get_by_label("Words, in any language").fill("Altöl")
    if not javascript:
        page.get_by_role("button", name="Search this story").click()
    expect(page.get_by_text("1 claim answers to these words.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("radio").check()
    page.get_by_role("button", name="Compare the two").click()
    expect(page.get_by_text("ein Schiff der Nordlinie habe zweimal Altöl abgelassen").first).to_be_visible()
    page.get_by_label("Reason").fill("One spill, told twice.")
    page.get_by_role("button", name="Merge the two").click()

    expect(page).to_have_url(edit(told.allegation))
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    expect(page.get_by_text("One spill, told twice.")).to_be_visible()
    page.goto(f"/s/harbour/claims/{told.undated.pk}/")
    expect(page).to_have_url(f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/")

    page.goto("/s/harbour/")
    page.get_by_role("link", name="Decisions").click()
    page.get_by_role("button", name="Undo: Merged claim").click()
    expect(page.get_by_text("The decision is undone.")).to_be_visible()
    page.goto(f"/s/harbour/claims/{told.undated.pk}/")
    expect(page).to_have_url(f"/s/harbour/claims/{told.undated.pk}-harbour-port-says/")


@SCRIPTS
def test_an_editor_takes_a_wording_out_and_puts_it_back(
    open_page: Callable[..., Page], told: Told, javascript: bool
) -> None:
    editor()
    page = sign_in(open_page, edit(told.denial), java_script_enabled=javascript)
    page.get_by_label("Kein Tropfen stammt von uns").check()
    page.get_by_label("They are no statement at all").check()
    page.get_by_role("button", name="Decide on these wordings").click()
    expect(page.get_by_text("Taken out of this claim")).to_be_visible()
    services.link_story(story=told.story)
    assert told.denial.attributions.count() == 1
    page.locator(".rows").get_by_role("button", name="Undo: Took").click()
    expect(page.get_by_text("The decision is undone.")).to_be_visible()
    expect(page.get_by_label("Kein Tropfen stammt von uns")).to_be_visible()


def test_an_editor_moves_a_wording_by_keyboard_alone(open_page: Callable[..., Page], told: Told) -> None:
    editor()
    page = sign_in(open_page, edit(told.undated))
    page.locator("input[name=wording]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first choice of one wording: it belongs to another claim
    page.keyboard.press("Tab")
    page.keyboard.type("The same oil.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Move wordings to another claim")
    expect(heading).to_be_visible(timeout=PATIENCE)
    page.locator("input[name=other]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Move them").focus()
    expect(page.get_by_role("button", name="Move them")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    assert told.allegation.attributions.count() == 3
    assert Decision.objects.get().note == "The same oil."


@SCRIPTS
def test_an_editor_settles_a_conflict_and_links_the_claims(
    open_page: Callable[..., Page], told: Told, javascript: bool
) -> None:
    editor()
    Conflict.objects.create(claim=told.denial, kind="when", score=0.5, reason="Two days are named.")
    page = sign_in(open_page, edit(told.denial), java_script_enabled=javascript, width=390)
    page.get_by_label("What settles it?").fill("Her office says Tuesday.")
    page.get_by_role("button", name="Settled").click()
    expect(page.get_by_role("button", name="Open it again")).to_be_visible()
    page.get_by_role("link", name="Link it with another").click()
    page.locator("input[name=other]").first.check()
    page.get_by_role("button", name="Compare the two").click()
    page.get_by_label("Denies", exact=True).check()
    page.get_by_role("button", name="Link the two").click()
    expect(page.get_by_text("linked by an editor")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed links")).to_be_visible()
    page.goto(f"/s/harbour/claims/{told.denial.pk}/")
    expect(page.get_by_text("Her office says Tuesday.").first).to_be_visible()


@SCRIPTS
def test_an_editor_renames_a_speaker_and_says_for_whom_she_stands(
    open_page: Callable[..., Page], told: Told, javascript: bool
) -> None:
    editor()
    page = sign_in(open_page, f"/speakers/{told.denial.speaker_id}/edit/", java_script_enabled=javascript)
    page.get_by_label("The name that readers see").fill("Ida M. Brandt")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_text("Renamed the speaker")).to_be_visible()
    page.get_by_role("link", name="Say for whom it stands").click()
    page.get_by_label("Port authority").check()
    page.get_by_role("button", name="Choose this speaker").click()
    page.get_by_label("spokesperson for").check()
    page.get_by_role("button", name="Note it").click()
    page.get_by_role("link", name="Ida M. Brandt").click()
    expect(page.get_by_role("heading", name="Ida M. Brandt")).to_be_visible()
    expect(page.locator("li", has_text="Spokesperson for Port authority")).to_be_visible()


def desks(told: Told) -> list[str]:
    """Every page of the desk, with something of everything on it."""
    petra = editor()
    assert told.denial.speaker is not None
    assert told.allegation.speaker is not None
    Alias.objects.create(speaker=told.denial.speaker, name="Ida Brandt", language="en")
    Alias.objects.create(speaker=told.denial.speaker, name="Frau Brandt", language="de")
    Conflict.objects.create(claim=told.denial, kind="when", score=0.5, reason="Two days are named.")
    for kind, settle in (("who", services.settle_conflict), ("what", None)):
        conflict = Conflict.objects.create(claim=told.denial, kind=kind, score=0.5, reason="They differ.")
        if settle:
            settle(conflict=conflict, settlement="The office says so.", editor=petra)
        else:
            services.reject_conflict(conflict=conflict, editor=petra, reason="A typo.")
    services.make_link(claim=told.denial, target=told.allegation, kind="denies", editor=petra, reason="Yes.")
    gone = services.make_link(claim=told.denial, target=told.undated, kind="denies", editor=petra)
    services.reject_link(link=gone, editor=petra)
    Link.objects.create(
        claim=told.denial, target=told.undated, kind="contradicts", score=0.5, reason="Words."
    )
    row = Attribution.objects.filter(claim=told.denial).order_by("pk")[0]
    services.reject_wording(attribution=row, editor=petra, note="A caption.")
    services.undo(decision=Decision.objects.order_by("-pk")[0], editor=petra)
    services.reject_wording(attribution=row, editor=petra, note="A caption indeed.")
    services.affiliate(
        speaker=told.denial.speaker, of=told.allegation.speaker, role="spokesperson-for", editor=petra
    )
    speaker = f"/speakers/{told.denial.speaker_id}"
    return [
        edit(told.denial),
        edit(told.undated),
        edit(told.undated, "merge"),
        f"{edit(told.undated, 'merge')}?other={told.allegation.pk}",
        f"{edit(told.denial, 'link')}?other={told.allegation.pk}&q=ship",
        f"{edit(told.denial, 'link')}?q=Zeppelin",
        f"{edit(told.allegation, 'move')}?other={told.undated.pk}",
        "/s/harbour/decisions/",
        f"/s/harbour/claims/{told.denial.pk}/",
        "/s/harbour/",
        f"{speaker}/",
        f"{speaker}/edit/",
        f"{speaker}/edit/merge/?other={told.allegation.speaker_id}",
        f"{speaker}/edit/stands-for/?other={told.allegation.speaker_id}",
        f"{speaker}/edit/merge/?q=Zeppelin",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_at_the_desk(
    open_page: Callable[..., Page], told: Told, width: int, scheme: str
) -> None:
    addresses = desks(told)
    page = sign_in(open_page, "/s/harbour/decisions/", width=width, scheme=scheme)
    for address in addresses:
        page.goto(address)
        assert_accessible(page)
        assert is_as_wide_as_its_window(page), address


@pytest.mark.parametrize("locale", ["de-DE", "fr-FR"])
def test_the_desk_fits_the_other_languages(open_page: Callable[..., Page], told: Told, locale: str) -> None:
    addresses = desks(told)
    for width in (768, 320):
        page = sign_in(open_page, "/s/harbour/decisions/", width=width, locale=locale)
        for address in addresses:
            page.goto(address)
            assert page.locator("html").get_attribute("lang") == locale[:2]
            assert is_as_wide_as_its_window(page), f"{address} at {width}"
        assert_accessible(page)


def test_what_was_refused_comes_back_accessible_and_with_what_was_typed(
    open_page: Callable[..., Page], told: Told
) -> None:
    editor()
    page = sign_in(open_page, edit(told.denial))
    for box in page.locator("input[name=wording]").all():
        box.check()
    page.get_by_label("They are a claim of their own").check()
    page.locator("form", has=page.locator("input[name=wording]")).get_by_label("Reason").fill("All of them.")
    page.get_by_role("button", name="Decide on these wordings").click()
    expect(page.get_by_role("alert")).to_contain_text("not all of them")
    expect(page.get_by_label("They are a claim of their own")).to_be_checked()
    expect(page.get_by_text("All of them.")).to_be_visible()
    assert_accessible(page)


def test_who_guesses_passwords_is_told_to_wait(open_page: Callable[..., Page]) -> None:
    editor()
    page = open_page("/sign-in/", width=390)
    for number in range(8):
        page.get_by_label("Username").fill("petra")
        page.get_by_label("Password").fill(f"guess {number}")
        page.keyboard.press("Enter")
        page.get_by_role("alert").wait_for()
        if number < 7:
            page.goto("/sign-in/")
    expect(page.get_by_role("heading", name="Too many attempts")).to_be_visible()
    assert_accessible(page)
    assert is_as_wide_as_its_window(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_text_of_strangers_stays_harmless_at_the_desk(
    open_page: Callable[..., Page], told: Told, width: int
) -> None:
    petra = editor()
    words = f"{SCRIPT} {LONG} {ARABIC} {EMOJI}"
    article = report(told.story, f"Somebody said {words} twice.", "en", outlet=f"{words} outlet")
    row = say(article, told.undated, words, cue="said")
    services.choose_headline(attribution=row, editor=petra, note=words)
    services.move_wording(attribution=row, to=told.allegation, editor=petra, note=words)
    services.choose_headline(attribution=row, editor=petra, note=words)
    assert told.denial.speaker is not None
    services.rename_speaker(speaker=told.denial.speaker, name=words[:200], editor=petra, note=words)
    services.add_alias(speaker=told.denial.speaker, name=words[:199], language="en", editor=petra)
    page = sign_in(open_page, "/s/harbour/decisions/", width=width)
    for address in (
        "/s/harbour/decisions/",
        edit(told.allegation),
        f"{edit(told.undated, 'merge')}?other={told.allegation.pk}&q={SCRIPT}",
        f"/speakers/{told.denial.speaker_id}/edit/",
        f"/speakers/{told.allegation.speaker_id}/edit/merge/?other={told.denial.speaker_id}",
    ):
        page.goto(address)
        assert page.locator("script:not([src]), img").count() == 0
        assert is_as_wide_as_its_window(page), address
        assert_accessible(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_name_that_another_speaker_bears_leads_to_the_merger(
    open_page: Callable[..., Page], told: Told, width: int
) -> None:
    editor()
    page = sign_in(open_page, f"/sign-in/?next=/speakers/{told.denial.speaker_id}/edit/", width=width)
    page.get_by_label("The name that readers see").fill("Port authority")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a speaker of this name already")
    expect(page.get_by_label("They are two")).not_to_be_checked()
    assert is_as_wide_as_its_window(page)
    assert_accessible(page)
    page.get_by_role("link", name="They are one").click()
    expect(page.get_by_role("button", name="Merge the two")).to_be_visible()
