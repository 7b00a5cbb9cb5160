"""Web addresses: when two of them are one article's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from courlan import normalize_url

from articles.errors import ArticleError

LONGEST = 2000  # characters; browsers take about so many, and an index row of PostgreSQL holds 2,700 bytes
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(name: str) -> bool:
    return SCHEME.match(name.strip()) is not None


def canonical_url(url: str) -> str:
    """The address without fragment, tracking parameters, default port and closing slash; query sorted, host in small letters.

    Raises ``ArticleError`` when it is no http(s) address or too long.
    """
    given = url.strip()
    try:
        parts = urlsplit(given)
        if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", given):
            raise ValueError("no http address")
        normal = normalize_url(parts._replace(fragment=""), trailing_slash=False)
    except ValueError as error:
        shown = given if len(given) < 100 else given[:100] + "…"
        raise ArticleError(f"'{shown}' is no web address; write it as https://host/path") from error
    if len(normal.encode()) > LONGEST:
        raise ArticleError(f"its address is longer than {LONGEST} bytes; leave it out or give the short one")
    return normal
