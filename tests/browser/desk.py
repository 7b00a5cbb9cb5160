"""How the tests in a browser come to the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from claims.models import Claim

SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


def sign_in(open_page: Callable[..., Page], address: str, **options: Any) -> Page:
    """Come to an address as one who is led through the sign-in."""
    page = open_page(address, **options)
    page.locator("input[name=username]").fill("petra")
    page.locator("input[name=password]").fill("a long password")
    page.keyboard.press("Enter")
    page.locator("form[action='/sign-out/']").wait_for()
    return page


def edit(claim: Claim, *steps: str) -> str:
    return "/".join([f"/s/harbour/claims/{claim.pk}/edit", *steps, ""])
