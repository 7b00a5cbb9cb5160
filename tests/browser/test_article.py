"""An article with its margin, in a real browser: from a mark to its note and back, on phones, on paper, and when it is long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Story
from claims.models import Claim, Speaker
from tests.browser.conftest import is_as_wide_as_its_window
from tests.claims.telling import report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

FOCUSED = "document.activeElement.id || document.activeElement.className"
BOXES = """selector => [...document.querySelectorAll(selector)].map(one => {
    const box = one.getBoundingClientRect();
    return {top: box.top, bottom: box.bottom, left: box.left, right: box.right};
})"""


def nested_article() -> Article:
    """A denial that holds what it denies, with a notice of the page before it that is no part of the report."""
    told = told_story()
    text = "Brandt denied a file that says the ship was there."
    article = report(told.story, text, "en", outlet="Port Gazette")
    say(article, told.denial, "a file that says the ship was there", cue="denied", source="Brandt")
    say(article, told.allegation, "the ship was there", cue="says", source="a file", nested=True)
    Article.objects.filter(pk=article.pk).update(
        source=f"Share this page\n\n{text}", runs=[[17, 17 + len(text)]]
    )
    return article


def long_article(sayings: int) -> Article:
    story = Story.objects.create(slug="night", title="A long night")
    speakers = [
        Speaker.objects.create(slug=f"speaker-{n}", name=name)
        for n, name in enumerate(("The harbour council", "Deputy harbour master Konstantin Vogelsang"))
    ]
    words = [f"berth {n} stays closed until the water is tested again" for n in range(sayings)]
    said = [f"{speakers[n % 2].name} said that {one}." for n, one in enumerate(words)]
    paragraphs = [" ".join(said[n : n + 4]) for n in range(0, sayings, 4)]
    article = report(story, "\n\n".join(paragraphs), "en", outlet="Port Gazette")
    for n, one in enumerate(words):
        claim = Claim.objects.create(story=story, speaker=speakers[n % 2], stance="asserts")
        say(article, claim, one, cue="said that")
    return article


def boxes(page: Page, selector: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(BOXES, selector)
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_the_keyboard_leads_from_a_mark_to_its_note_and_back(
    open_page: Callable[..., Page], scripts: bool
) -> None:
    article = nested_article()
    outer, inner = article.attributions.order_by("pk")
    page = open_page(f"/articles/{article.pk}/", java_script_enabled=scripts)
    for one, name in ((inner, "Note 2"), (outer, "Note 1")):
        page.get_by_role("link", name=name).focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#n{one.pk}")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(f"#n{one.pk} .back")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(f"#a{one.pk}")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Note 2")).to_be_focused()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_notes_stand_below_their_paragraph(open_page: Callable[..., Page], width: int) -> None:
    article = nested_article()
    page = open_page(f"/articles/{article.pk}/", width=width)
    (body,), notes = boxes(page, ".body"), boxes(page, ".margin > li")
    assert [note["top"] >= body["bottom"] for note in notes] == [True, True]
    assert notes[1]["left"] > notes[0]["left"]  # what stands inside another is set in
    expect(page.locator(".margin > li").nth(0)).to_contain_text("Ida Brandt denies")
    expect(page.locator(".margin > li").nth(1)).to_contain_text("Port authority asserts")
    assert is_as_wide_as_its_window(page)


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_what_is_no_part_of_the_report_is_grey(open_page: Callable[..., Page], medium: Any) -> None:
    page = open_page(f"/articles/{nested_article().pk}/")
    page.emulate_media(media=medium)
    notice = page.locator(".text .furniture", has_text="Share this page")
    expect(notice).to_be_visible()
    grey = "element => getComputedStyle(element).color"
    assert notice.evaluate(grey) != page.locator(".body").evaluate(grey)


def test_paper_keeps_marks_and_margin(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/articles/{nested_article().pk}/", width=720)  # of A4, without its edges
    page.emulate_media(media="print")
    for mark in page.locator(".at").all():
        assert mark.evaluate("element => getComputedStyle(element).printColorAdjust") == "exact"
    expect(page.get_by_text("Ida Brandt denies")).to_be_visible()
    (body,), notes = boxes(page, ".body"), boxes(page, ".margin > li")
    assert all(note["left"] > body["right"] for note in notes)
    assert is_as_wide_as_its_window(page)


@pytest.mark.parametrize("width", [1440, 768, 390])
def test_a_hundred_sayings_stay_in_order_beside_their_words(
    open_page: Callable[..., Page], width: int
) -> None:
    page = open_page(f"/articles/{long_article(100).pk}/", width=width)
    assert page.locator(".ref").all_inner_texts() == [str(n) for n in range(1, 101)]
    notes = boxes(page, ".margin > li")
    assert len(notes) == 100
    assert all(one["bottom"] <= other["top"] for one, other in zip(notes, notes[1:], strict=False))
    paragraphs = boxes(page, ".paragraph")
    for n, note in enumerate(notes):
        own = paragraphs[n // 4]
        assert own["top"] <= note["top"] and note["bottom"] <= own["bottom"] + 1
    page.get_by_role("link", name="Note 97", exact=True).click()
    expect(page.locator(".margin li:target")).to_be_in_viewport()
    assert is_as_wide_as_its_window(page)
