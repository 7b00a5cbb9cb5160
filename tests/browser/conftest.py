"""A real Chromium: the machine's own, because Playwright's wheel brings none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    given = os.environ.get("CHROMIUM")
    return given if given else next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = chromium_path()
    if path is None:
        missing = "Chromium is missing: install it (apt-get install chromium), or name it in CHROMIUM."
        # A build must not turn green by leaving the browser out; a reader's machine may.
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    # Root has no sandbox, and a container neither a screen nor much of /dev/shm.
    args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return {**browser_type_launch_args, "executable_path": path, "args": args}


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Open an address of the site in a browser of its own; what it complains of on its console fails the test."""
    contexts = []
    complaints: list[str] = []

    def open_(address: str, *, width: int = 1440, scheme: Any = "light", **options: Any) -> Page:
        size: Any = {"width": width, "height": 900}
        context = browser.new_context(
            base_url=live_server.url, viewport=size, color_scheme=scheme, **{"locale": "en-GB", **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on(
            "console", lambda message: complaints.append(message.text) if _is_complaint(message) else None
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints


def _is_complaint(message: Any) -> bool:
    """Broken policies and scripts; not that a page which is an error page came with its status."""
    return message.type == "error" and "the server responded with a status of" not in message.text


def is_as_wide_as_its_window(page: Page) -> bool:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width <= page.viewport_size["width"]
