"""Two addresses of one article are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.addresses import canonical_url, is_address
from articles.errors import ArticleError

CANONICAL = "https://phare.example/mer/port?id=7&page=2"


@pytest.mark.parametrize(
    "url",
    [
        CANONICAL,
        "HTTPS://Phare.Example/mer/port?id=7&page=2",
        "https://phare.example:443/mer/port?page=2&id=7#comments",
        " https://phare.example/mer/port?id=7&page=2&utm_source=x&utm_medium=y&fbclid=1 ",
        "https://phare.example/mer//port?id=7&page=2&xtor=RSS-1#xtor=RSS-1",
    ],
)
def test_addresses_of_one_article_are_one(url: str) -> None:
    assert canonical_url(url) == CANONICAL


def test_a_closing_slash_makes_no_other_article() -> None:
    assert canonical_url("https://phare.example/mer/") == canonical_url("https://phare.example/mer")


def test_other_articles_stay_others() -> None:
    assert canonical_url("https://phare.example/?p=1") != canonical_url("https://phare.example/?p=2")


@pytest.mark.parametrize(
    "url",
    [
        "phare.example/mer",
        "ftp://phare.example/",
        "https://",
        "mailto:a@b.example",
        "http://[",
        "https://a b/c",
        "x",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ArticleError, match="write it as https://host/path"):
        canonical_url(url)


def test_an_endless_address_is_refused() -> None:
    with pytest.raises(ArticleError, match="longer than 2000 bytes"):
        canonical_url("https://phare.example/" + "a" * 2000)


@given(st.text(max_size=30), st.text(max_size=30))
def test_an_address_is_made_canonical_once(path: str, query: str) -> None:
    try:
        once = canonical_url(f"https://phare.example/{path}?q={query}")
    except ArticleError:
        return
    assert canonical_url(once) == once


def test_addresses_are_told_from_files() -> None:
    assert is_address("https://phare.example/")
    assert is_address("ftp://phare.example/")
    assert not is_address("reports/a.txt")
    assert not is_address("c:/reports/a.txt")
