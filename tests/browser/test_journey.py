"""What an editor does in a browser, from the front page to a verdict, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.claims.telling import editor, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_editor_opens_a_story_and_a_claim_signs_in_tags_it_and_sees_it(
    open_page: Callable[..., Page], javascript: bool
) -> None:
    denial = told_story().denial
    editor()
    page = open_page("/", java_script_enabled=javascript)
    page.get_by_role("heading", name="Oil in the harbour").get_by_role("link").click()

    claim = page.get_by_role("article").filter(has=page.locator(f"#claim-{denial.pk}"))
    claim.get_by_role("link", name="2 wordings").click()
    expect(page.get_by_text("Kein Tropfen stammt von uns").first).to_be_visible()
    expect(page.get_by_role("button", name="Give this verdict")).to_have_count(0)
    if javascript:  # opened in its place; without, the link has led to the claim's own page
        expect(page).to_have_url("/s/harbour/")
        expect(claim.locator("summary")).to_be_focused()
        claim.get_by_role("link", name="The claim’s own page").click()
    address = f"/s/harbour/claims/{denial.pk}-harbour-brandt-denies/"
    expect(page).to_have_url(address)

    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Username").fill("petra")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()

    page.get_by_label("Did they say it?").check()
    page.get_by_label("Verified", exact=True).check()
    page.get_by_label("Note").fill("Heard the recording.")
    page.get_by_role("button", name="Give this verdict").click()

    expect(page.get_by_text("Your verdict is kept")).to_be_visible()
    expect(page).to_have_url(f"{address}#done")
    expect(page.get_by_text("Editors verified that they denied it", exact=True)).to_be_visible()
    expect(page.get_by_text("Heard the recording.")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"/s/harbour/?claim={denial.pk}")
    expect(claim.get_by_text("Editors verified that they denied it", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Give this verdict")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_reader_filters_searches_and_takes_a_filter_away(
    open_page: Callable[..., Page], javascript: bool, width: int
) -> None:
    told = told_story()
    page = open_page("/s/harbour/", java_script_enabled=javascript, width=width)
    page.get_by_label("Words, in any language").fill("navire")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status").filter(has_text="2 of 3 claims")).to_be_visible()
    expect(page.locator("mark.hit", has_text="ship")).to_be_visible()
    if width < 700:
        page.get_by_text("More filters").click()
    page.locator("select[name=language]").select_option("fr")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("1 of 3 claims")).to_be_visible()
    page.get_by_role("link", name="navire (take this filter away)").click()
    expect(page).to_have_url("/s/harbour/?speaker=&stance=&status=&outlet=&language=fr&since=&until=")
    chart = page.locator("svg.wide" if width > 1024 else "svg.tall")
    mark = chart.locator("a").first
    expect(chart.locator("a")).to_have_count(1)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"/s/harbour/claims/{told.undated.pk}-harbour-port-says/")


def test_a_reader_opens_a_cell_of_the_comparison(open_page: Callable[..., Page]) -> None:
    told_story()
    page = open_page("/s/harbour/", java_script_enabled=False)
    page.get_by_role("link", name="Compare them claim by claim").click()
    page.locator(".matrix summary").last.click()
    expect(page.locator(".matrix details[open] .said")).to_be_visible()


def test_an_editor_tags_a_claim_with_the_keyboard_alone(open_page: Callable[..., Page]) -> None:
    denial = told_story().denial
    editor()
    page = open_page(f"/sign-in/?next=/s/harbour/claims/{denial.pk}/")
    page.get_by_label("Username").fill("petra")
    page.get_by_label("Password").fill("a long password")
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name="Give a verdict")
    form.locator("input[name=about]").first.focus()
    page.keyboard.press("ArrowRight")  # the second question
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # verified
    page.keyboard.press("Tab")
    page.keyboard.type("By hand.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Editors verified that").first).to_be_visible()


def test_a_wording_leads_to_its_words_in_the_article_and_back(open_page: Callable[..., Page]) -> None:
    told = told_story()
    page = open_page(f"/s/harbour/?claim={told.denial.pk}", java_script_enabled=False)
    page.locator(f"#claim-{told.denial.pk} .wording").filter(has_text="Küstenblatt").get_by_role(
        "link"
    ).click()
    words = page.locator("mark:target")
    expect(words).to_have_text("Kein Tropfen stammt von uns")
    expect(words).to_be_in_viewport()
    page.get_by_role("link", name="Note 2").click()
    page.locator("li:target").get_by_role("link", name="The claim").click()
    expect(page.locator(f"#claim-{told.denial.pk}")).to_have_attribute("open", "")
    expect(page.locator(f"#claim-{told.denial.pk}")).to_be_in_viewport()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(open_page: Callable[..., Page]) -> None:
    told_story()
    page = open_page("/s/harbour/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/s/harbour/#main")


def test_paper_has_the_chart_and_the_claims_without_what_only_a_screen_can_do(
    open_page: Callable[..., Page],
) -> None:
    denial = told_story().denial
    page = open_page("/s/harbour/")
    page.emulate_media(media="print")
    expect(page.locator("svg.wide")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()
    page.goto(f"/s/harbour/claims/{denial.pk}/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Kein Tropfen stammt von uns").last).to_be_visible()
