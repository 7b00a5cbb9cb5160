"""The parallel wordings in a browser: what a report changes is seen without colour, on paper and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.models import Drift
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.test_looks import assert_accessible
from tests.claims.telling import Told, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def drifting_story() -> Told:
    told = told_story()
    english, german = told.allegation.attributions.order_by("pk")
    start = german.article.text.index("habe")
    Drift.objects.create(
        attribution=german,
        reference=english,
        kind="modality",
        reason="Hedges: “habe”",
        reason_key="drift.hedged",
        reason_words={"words": "habe"},
        pieces=[{"start": start, "end": start + 4, "exact": "habe"}],
    )
    return told


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (768, "dark"), (390, "dark")])
def test_the_words_that_depart_are_named_where_they_stand(
    open_page: Callable[..., Page], width: int, scheme: str, javascript: bool
) -> None:
    told = drifting_story()
    address = f"/s/harbour/claims/{told.allegation.pk}/"
    page = open_page(address, width=width, scheme=scheme, java_script_enabled=javascript)
    row = page.locator(".parallel tbody tr").filter(has_text="Küstenblatt")
    expect(row.locator("mark.piece")).to_have_text("habe")
    expect(row.locator(".tag")).to_have_text("how sure: hedged")
    expect(row.locator(".tag")).to_be_visible()
    expect(page.locator("tr.measure")).to_contain_text("the measure for the rest")
    assert is_as_wide_as_its_window(page)
    if javascript:
        assert_accessible(page)


def test_on_paper_the_wave_and_its_name_need_no_colour(open_page: Callable[..., Page]) -> None:
    told = drifting_story()
    page = open_page(f"/s/harbour/claims/{told.allegation.pk}/")
    page.emulate_media(media="print")
    piece = page.locator("mark.piece")
    style = piece.evaluate("one => getComputedStyle(one).textDecoration")
    assert "wavy" in style
    assert "rgb(0, 0, 0)" in style
    expect(page.locator(".tag")).to_be_visible()
