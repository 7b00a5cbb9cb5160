"""A saved web page: its main text, title, date, outlet and address, by trafilatura and htmldate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from trafilatura import bare_extraction

from articles.text.decoding import decode

HEAD = 2048  # bytes in which a page must declare its encoding (HTML standard, 4.2.5.4)
DECLARED_ENCODING = re.compile(
    rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
DECLARED_LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


class NoMainText(ValueError):
    """The page holds no article."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. Empty strings and None where it says nothing; ``language`` is its markup's claim."""

    text: str
    title: str
    published: date | None
    outlet: str
    url: str
    language: str


def read_page(data: bytes, *, url: str = "") -> Page:
    """The article of an HTML page, reader comments left out. Raises ``UnreadableText`` and ``NoMainText``."""
    declared = DECLARED_ENCODING.search(data[:HEAD])
    html = decode(data, declared=declared[1].decode("ascii") if declared else "").text
    found = bare_extraction(
        XML_DECLARATION.sub("", html, count=1),  # lxml refuses it in what is no longer bytes
        url=url or None,
        with_metadata=True,
        include_comments=False,
        deduplicate=False,  # True keeps state for the whole process: the second page like the first comes out empty
        # The extensive search takes any date in the text, a copyright year included; no date is better than those.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise NoMainText(
            "holds no article text that can be told from the page around it; save the text as .txt"
        )
    language = DECLARED_LANGUAGE.search(html)
    return Page(
        text=found.text or "",
        title=found.title or "",
        published=date.fromisoformat(found.date) if found.date else None,
        outlet=found.sitename or "",
        url=found.url or url,
        language=language[1] if language else "",
    )
