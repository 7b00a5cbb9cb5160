"""A dispute on the story's page: side by side where there is room, one under the other where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.models import Link
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.test_looks import assert_accessible
from tests.claims.telling import Told, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def disputed_story() -> Told:
    told = told_story()
    Link.objects.create(claim=told.denial, target=told.allegation, kind="denies", score=0.9)
    return told


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize(("width", "is_beside"), [(1440, True), (768, True), (390, False)])
def test_a_denial_stands_beside_what_it_denies_and_says_so(
    open_page: Callable[..., Page], width: int, is_beside: bool, javascript: bool
) -> None:
    disputed_story()
    page = open_page("/s/harbour/", width=width, java_script_enabled=javascript)
    said = page.get_by_role("group", name="1 allegation")
    denied = page.get_by_role("group", name="Denied by Ida Brandt")
    expect(denied.get_by_text("Denies", exact=False).first).to_be_visible()
    left, right = said.bounding_box(), denied.bounding_box()
    assert left and right
    assert (right["x"] > left["x"] + left["width"]) == is_beside
    assert (right["y"] >= left["y"] + left["height"]) != is_beside
    assert is_as_wide_as_its_window(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_wordings_open_inside_a_dispute(open_page: Callable[..., Page], width: int) -> None:
    told = disputed_story()
    page = open_page("/s/harbour/", width=width)
    page.get_by_role("group", name="Denied by Ida Brandt").get_by_role("link", name="2 wordings").click()
    expect(page.locator(f"#claim-{told.denial.pk}")).to_have_attribute("open", "")
    expect(page.get_by_text("Kein Tropfen stammt von uns")).to_be_visible()
    assert is_as_wide_as_its_window(page)
    assert_accessible(page)
