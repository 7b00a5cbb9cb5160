"""The inbox in a browser: one click puts a report into its story, at any width, by whatever words it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Story
from claims.services import note_traits
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.test_looks import EMOJI, LONG, SCRIPT, assert_accessible
from tests.claims.telling import editor, report
from tests.matching.test_suggesting import TOLD

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def waiting() -> Article:
    story = Story.objects.create(slug="oil", title=f"Oil {LONG}")
    for language, home in (("de", story), ("fr", story), ("en", None)):
        article = report(home, TOLD[language], language, outlet="The Beacon", title=f"{SCRIPT} {EMOJI}")
        note_traits(article=article)
    report(None, "Nothing of the kind.", "en", title=LONG)
    return article


def signed_in(open_page: Callable[..., Page], address: str, **options: object) -> Page:
    editor()
    page = open_page(f"/sign-in/?next={address}", **options)
    page.get_by_label("Username").fill("petra")
    page.get_by_label("Password").fill("a long password")
    page.keyboard.press("Enter")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_inbox_is_accessible_and_unbroken(
    open_page: Callable[..., Page], waiting: Article, width: int, scheme: str
) -> None:
    page = signed_in(open_page, "/inbox/", width=width, scheme=scheme)
    expect(page.get_by_role("heading", name="Reports without a story")).to_be_visible()
    for address in ("/inbox/", f"/articles/{waiting.pk}/"):
        page.goto(address)
        expect(page.get_by_role("button", name="Put it into").first).to_be_visible()
        assert page.locator("main script, img").count() == 0
        assert is_as_wide_as_its_window(page)
        assert_accessible(page)


def test_one_click_without_script_puts_a_report_into_its_story(
    open_page: Callable[..., Page], waiting: Article
) -> None:
    page = signed_in(open_page, "/inbox/", java_script_enabled=False)
    page.get_by_role("button", name="Put it into").click()
    expect(page.get_by_role("status")).to_contain_text("is linked there")
    waiting.refresh_from_db()
    assert waiting.story is not None
    assert waiting.story.slug == "oil"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_title_that_a_story_bears_leads_to_the_question_and_the_message_to_the_story(
    open_page: Callable[..., Page], javascript: bool, width: int
) -> None:
    title = f"{SCRIPT} {LONG} {EMOJI} " + "Oil in the harbour " * 20
    story = Story.objects.create(slug="oil", title=title[:300], summary="A port blames a line.")
    article = report(None, "Nothing of the kind.", "en", title=title[:300])
    page = signed_in(open_page, "/inbox/", width=width, java_script_enabled=javascript)
    page.get_by_role("button", name="Begin a story").click()
    expect(page.get_by_role("heading", name="There is a story of this title already")).to_be_visible()
    expect(page.get_by_label("A new story, with this title")).to_have_value(" ".join(title[:300].split()))
    expect(page.get_by_label("Two stories may bear this title")).not_to_be_checked()
    assert page.locator("main script, img").count() == 0
    assert is_as_wide_as_its_window(page)
    if javascript:
        assert_accessible(page)
    page.get_by_role("button", name="Put it into").click()
    expect(page.get_by_role("status")).to_contain_text("is linked there")
    assert page.locator("[role=status] script, [role=status] img").count() == 0
    assert is_as_wide_as_its_window(page)
    if javascript:
        assert_accessible(page)
    page.get_by_role("status").get_by_role("link").click()
    expect(page).to_have_url("/s/oil/")
    article.refresh_from_db()
    assert article.story == story


def test_two_stories_of_one_title_are_begun_when_an_editor_insists(open_page: Callable[..., Page]) -> None:
    Story.objects.create(slug="oil-in-the-harbour", title="Oil in the harbour")
    article = report(None, "Nothing of the kind.", "en", title="Oil in the harbour")
    page = signed_in(open_page, "/inbox/")
    page.get_by_role("button", name="Begin a story").click()
    page.get_by_label("Two stories may bear this title").check()
    page.get_by_role("button", name="Begin a story").dblclick()
    expect(page.get_by_role("status")).to_contain_text("is linked there")
    article.refresh_from_db()
    assert article.story is not None
    assert article.story.slug == "oil-in-the-harbour-2"
    assert Story.objects.count() == 2


def test_a_title_that_is_too_long_comes_back_whole(open_page: Callable[..., Page]) -> None:
    report(None, "Nothing of the kind.", "en", title="Oil")
    page = signed_in(open_page, "/inbox/", java_script_enabled=False)
    page.get_by_label("A new story, with this title").fill("x" * 301)
    page.get_by_role("button", name="Begin a story").click()
    expect(page.get_by_role("alert")).to_contain_text("at most 300 characters")
    expect(page.get_by_label("A new story, with this title")).to_have_value("x" * 301)
    assert is_as_wide_as_its_window(page)
