"""The chart in a browser: nothing of it is cut off, and what its signs mean stands where there is room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from claims.models import Claim, Speaker
from tests.browser.conftest import is_as_wide_as_its_window
from tests.claims.telling import report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NAMES = ("Ministry of Harbours", "The Evening Messenger of the Northern Coast", "")
STANCES = ("asserts", "denies", "declines-to-comment", "cannot-verify")


def charted_story() -> None:
    told = told_story()
    text = "It leaks into the whole of the northern basin since Monday evening."
    article = report(told.story, text, "en")
    for number, name in enumerate(NAMES):
        speaker = Speaker.objects.create(slug=f"s-{number}", name=name, kind="government") if name else None
        for stance in STANCES:
            say(article, Claim.objects.create(story=told.story, speaker=speaker, stance=stance), text)


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "fr-FR"])
def test_no_name_and_no_label_runs_out_of_the_tall_chart(open_page: Callable[..., Page], locale: str) -> None:
    charted_story()
    page = open_page("/s/harbour/", width=390, locale=locale)
    ends = page.locator("svg.tall text").evaluate_all(
        "all => all.map(one => [one.getBBox().x + one.getBBox().width, one.textContent])"
    )
    assert [text for end, text in ends if end > 361] == []


def test_a_name_of_two_lines_has_room_in_its_lane(open_page: Callable[..., Page]) -> None:
    charted_story()
    page = open_page("/s/harbour/?speaker=s-1&stance=asserts")
    bottom = page.locator("svg.wide .role").evaluate("one => one.getBBox().y + one.getBBox().height")
    assert bottom < page.locator("svg.wide").evaluate("one => one.viewBox.baseVal.height")


@pytest.mark.parametrize(("width", "is_below"), [(390, True), (1440, False)])
def test_on_a_phone_the_signs_are_explained_below_the_chart(
    open_page: Callable[..., Page], width: int, is_below: bool
) -> None:
    charted_story()
    page = open_page("/s/harbour/", width=width)
    key, chart = page.locator(".chartbox .key").bounding_box(), page.locator(".chart").bounding_box()
    assert key and chart
    assert (key["y"] > chart["y"]) == is_below
    assert is_as_wide_as_its_window(page)
