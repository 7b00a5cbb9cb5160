"""What an address asks for, read with care: anybody may write one."""

from __future__ import annotations


def whole_number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def web_address(url: str) -> str:
    """The address when a browser may follow it, else "": a report's own address can be any text, `javascript:` too."""
    return url if url.lower().startswith(("http://", "https://")) else ""
