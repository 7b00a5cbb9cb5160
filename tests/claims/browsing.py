"""How the tests of pages fetch one."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def page(client: Client, address: str, language: str = "en", status: int = 200) -> str:
    """The HTML at an address, for a browser that asks for this language."""
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == status
    return response.content.decode()


def queries(client: Client, address: str) -> int:
    """How many queries it takes to show a page."""
    with CaptureQueriesContext(connection) as captured:
        page(client, address)
    return len(captured)
