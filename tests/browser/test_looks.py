"""Every page by machine: accessible in light and dark, wide and narrow, and unbroken by what strangers write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.models import Story
from claims.models import Claim, Speaker
from claims.services import give_verdict
from tests.browser.conftest import is_as_wide_as_its_window
from tests.claims.telling import editor, report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

WIDTHS = [1440, 768, 390, 320]


def addresses() -> list[str]:
    told = told_story()
    give_verdict(claim=told.denial, editor=editor(), about="attribution", status="verified", note="Heard it.")
    return [
        "/",
        "/s/harbour/",
        f"/s/harbour/?claim={told.denial.pk}",
        "/s/harbour/?q=navire&language=fr",
        "/s/harbour/?q=Zeppelin",
        f"/s/harbour/claims/{told.denial.pk}/",
        "/s/harbour/compare/",
        "/speakers/",
        f"/speakers/{told.denial.speaker_id}/",
        f"/speakers/{told.allegation.speaker_id}/",
        "/about/",
        "/embed/harbour/",
        f"/embed/harbour/claims/{told.denial.pk}/",
        "/?q=navire",
        f"/articles/{told.german.pk}/",
        "/sign-in/",
        "/api/v1/docs/",
        "/s/nothing/",
    ]


def assert_accessible(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_any_page(open_page: Callable[..., Page], width: int, scheme: str) -> None:
    page = open_page("about:blank", width=width, scheme=scheme)
    for address in addresses():
        page.goto(address)
        assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_what_an_editor_sees(open_page: Callable[..., Page], scheme: str) -> None:
    denial = told_story().denial
    editor()
    page = open_page(f"/sign-in/?next=/s/harbour/claims/{denial.pk}/", scheme=scheme)
    page.get_by_label("Username").fill("petra")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Password").fill("a long password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Give this verdict")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_error_pages(
    open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    told_story()
    page = open_page("/", scheme=scheme)
    monkeypatch.setattr("claims.views.stories.kept_timeline", broken)
    page.goto("/s/harbour/")
    expect(page.get_by_role("heading", name="Something broke on our side")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(open_page: Callable[..., Page], width: int) -> None:
    page = open_page("about:blank", width=width)
    for address in addresses():
        page.goto(address)
        assert is_as_wide_as_its_window(page), address


def test_an_empty_site_says_how_to_begin(open_page: Callable[..., Page]) -> None:
    page = open_page("/", width=390)
    expect(page.get_by_text("manage.py ingest")).to_be_visible()
    assert_accessible(page)
    assert is_as_wide_as_its_window(page)


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
LONG = "Donaudampfschiff" * 32
ARABIC = "قالت الشركة إن التقرير خاطئ"
EMOJI = "👩🏽‍🚀🇫🇷 \u202eevil\u2066"


@pytest.mark.parametrize("width", [1440, 390])
def test_text_of_strangers_stays_harmless_and_unbroken(open_page: Callable[..., Page], width: int) -> None:
    story = Story.objects.create(
        slug="hostile", title=f"{SCRIPT} {LONG} {EMOJI}", summary=f"{LONG} {SCRIPT} {ARABIC}"
    )
    claims = []
    for number, words in enumerate((SCRIPT, LONG, ARABIC, EMOJI)):
        outlet, title = f"{words} outlet", f"{words} title"
        article = report(story, f"{words} source said: {words} is so.", "en", outlet=outlet, title=title)
        speaker = Speaker.objects.create(slug=f"hostile-{number}", name=f"{words} speaker")
        claim = Claim.objects.create(story=story, speaker=speaker, stance="denies")
        say(
            article,
            claim,
            f"{words} is so",
            cue="said",
            source=f"{words} source",
            via_name=words,
            based_on=words,
            to=words,
        )
        claims.append((claim, article))
    page = open_page("about:blank", width=width)
    claim_pages = [f"/s/hostile/?claim={claim.pk}" for claim, _ in claims]
    own_pages = [f"/s/hostile/claims/{claim.pk}/" for claim, _ in claims]
    speakers = [f"/speakers/{claim.speaker_id}/" for claim, _ in claims]
    others = ["/s/hostile/compare/", "/speakers/", "/embed/hostile/"]
    cards = [f"/embed/hostile/claims/{claim.pk}/" for claim, _ in claims]
    for address in [
        "/",
        *claim_pages,
        *own_pages,
        *speakers,
        *others,
        *cards,
        *(f"/articles/{article.pk}/" for _, article in claims),
    ]:
        page.goto(address)
        assert page.locator("script:not([src]), img").count() == 0
        assert is_as_wide_as_its_window(page), address
        assert_accessible(page)


def test_a_right_to_left_wording_reads_from_the_right(open_page: Callable[..., Page]) -> None:
    story = Story.objects.create(slug="rtl", title=ARABIC)
    article = report(story, f"{ARABIC} said.", "en")
    claim = Claim.objects.create(story=story, stance="asserts")
    say(article, claim, ARABIC, cue="said")
    page = open_page(f"/s/rtl/?claim={claim.pk}")
    assert page.locator("blockquote").evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator(".claim .who").evaluate("element => getComputedStyle(element).direction") == "ltr"


@pytest.mark.parametrize("locale", ["de-DE", "fr-FR"])
def test_axe_finds_nothing_in_the_other_languages(open_page: Callable[..., Page], locale: str) -> None:
    page = open_page("about:blank", width=390, locale=locale)
    for address in addresses():
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == locale[:2]
        assert is_as_wide_as_its_window(page), address
        assert_accessible(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_description_for_programs_can_be_tried(open_page: Callable[..., Page], scripts: bool) -> None:
    told = told_story()
    page = open_page("/api/v1/docs/", java_script_enabled=scripts)
    one = page.get_by_role("article", name="GET /api/v1/claims/{id}/")
    one.get_by_label("id needed").fill(str(told.denial.pk))
    one.get_by_role("button", name="Show the answer").click()
    assert page.url.endswith(f"/api/v1/claims/{told.denial.pk}/")
    expect(page.get_by_text("Not a drop of it is ours").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_description_for_programs_keeps_to_the_scheme(
    open_page: Callable[..., Page], scheme: str
) -> None:
    page = open_page("/api/v1/docs/", scheme=scheme)
    bright = """[...document.querySelectorAll("main, main :not(.button)")].filter(element => {
        const [r, g, b, a = 1] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
        return a > 0.5 && (r + g + b) / 3 > 128;
    }).length"""
    assert (page.evaluate(bright) > 0) == (scheme == "light")
    page.get_by_role("link", name="Evidence").first.click()
    expect(page.get_by_role("rowheader", name="cue", exact=True).first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert_accessible(page)
