"""Addresses: what one asks for, read with care since anybody may write one, and those that pages give away."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from claims.languages import reader_language


def whole_number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def web_address(url: str) -> str:
    """The address when a browser may follow it, else "": a report's own address can be any text, `javascript:` too."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def picture_address(request: HttpRequest, name: str, *args: object) -> str:
    """Where other apps find the picture of a page, with its words in the language that the page is read in."""
    return request.build_absolute_uri(f"{reverse(name, args=args)}?lang={reader_language()}")
