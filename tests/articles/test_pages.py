"""A saved page gives its article and what it says of itself; comments and navigation stay out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import NoMainText, UnreadableText, read_page

BODY = """
<p>Le groupe du port a contesté samedi un article du journal, qui l’accuse d’avoir livré les plans du quai à un tiers.</p>
<p>« Tout cela est inventé », a dit sa porte-parole. Elle a ajouté que la société étudiait les suites à donner.</p>
<p>La mairie n’a pas souhaité commenter. Elle renvoie à la réunion prévue la semaine prochaine avec les syndicats.</p>"""
COMMENT = "Moi je n’y crois pas une seconde, comme d’habitude avec ce journal et ses amis."


def page(head: str = "", body: str = BODY, language: str = "fr") -> str:
    return f"""<!DOCTYPE html><html lang="{language}"><head>{head}<title>Le port conteste | Le Phare</title></head><body>
<nav><a href="/">Accueil</a> <a href="/mer">Mer</a></nav><article><h1>Le port conteste</h1>{body}</article>
<section id="comments"><h2>Commentaires</h2><div class="comment"><p>{COMMENT}</p></div></section>
<footer>© 2021 Le Phare. Tous droits réservés.</footer></body></html>"""


def test_a_page_gives_its_article_and_its_particulars() -> None:
    head = (
        '<meta charset="utf-8"><meta property="og:site_name" content="Le Phare"><meta property="og:title" content="Le port conteste">'
        '<meta property="article:published_time" content="2025-11-15T08:30:00+01:00">'
        '<link rel="canonical" href="https://phare.example/mer/port-conteste">'
    )
    found = read_page(page(head).encode())
    assert "Tout cela est inventé" in found.text
    assert (found.title, found.outlet) == ("Le port conteste", "Le Phare")
    assert (found.published, found.language) == (date(2025, 11, 15), "fr")
    assert found.url == "https://phare.example/mer/port-conteste"


def test_comments_and_navigation_stay_out() -> None:
    text = read_page(page().encode()).text
    assert COMMENT not in text
    assert "Accueil" not in text


def test_the_same_page_twice_gives_the_same_text() -> None:
    assert read_page(page().encode()) == read_page(page().encode())


def test_a_year_in_the_small_print_is_no_date() -> None:
    assert read_page(page().encode()).published is None


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso8859-15"),
        ("", "cp1252"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "cp1252"),
    ],
)
def test_the_encoding_of_a_page_is_found(head: str, encoding: str) -> None:
    text = read_page(page(head).replace("’", "'").encode(encoding)).text
    assert "« Tout cela est inventé », a dit sa porte-parole" in text


def test_a_page_in_xhtml_is_read() -> None:
    source = '<?xml version="1.0" encoding="utf-8"?>\n' + page()
    assert "Tout cela est inventé" in read_page(source.encode()).text


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<!doctype html><p></p>", "no page"],
)
def test_a_page_without_an_article_is_refused(source: str) -> None:
    with pytest.raises(NoMainText, match="save the text"):
        read_page(source.encode())


def test_a_picture_is_no_page() -> None:
    with pytest.raises(UnreadableText):
        read_page(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03 \0\0\x02X\x08\x02")


@settings(deadline=None)  # trafilatura takes its time over some damage
@given(st.binary(max_size=200), st.integers(0, 1500))
def test_a_damaged_page_is_read_or_refused(damage: bytes, place: int) -> None:
    source = page().encode()
    with suppress(NoMainText, UnreadableText):
        assert read_page(source[:place] + damage + source[place + len(damage) :]).text
