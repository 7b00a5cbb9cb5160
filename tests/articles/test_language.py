"""A report's language is the declared one, else the likeliest; and the same on every run."""

from __future__ import annotations

import pytest

from articles.text import Detected, detect_language, language_code

TEXTS = {
    "de": "Der Konzern wies die Vorwürfe am Freitag zurück und kündigte an, sich gegen den Bericht zu wehren.",
    "en": "The company rejected the report on Friday and said that it would take the newspaper to court.",
    "fr": "Le groupe a rejeté vendredi les accusations du journal et annoncé qu’il saisirait la justice.",
    "nl": "Het bedrijf wees de beschuldigingen van de krant vrijdag van de hand en stapt naar de rechter.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_found_with_its_probability(language: str) -> None:
    found = detect_language(TEXTS[language])
    assert (found.language, found.declared) == (language, False)
    assert found.probability is not None
    assert found.probability > 0.9


def test_detection_is_the_same_every_time() -> None:
    unclear = "Restaurant Orchestra Radio Europa"
    assert len({detect_language(unclear) for _ in range(10)}) == 1


def test_a_declared_language_wins() -> None:
    assert detect_language(TEXTS["fr"], declared="de-AT") == Detected("de", None, True)


def test_a_title_helps_a_short_text() -> None:
    assert detect_language("OK.", title=TEXTS["fr"]).language == "fr"


@pytest.mark.parametrize("text", ["", " ", "12345", "!?", "\ud800", "http://example.org/"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert detect_language(text) == Detected("", None, False)


@pytest.mark.parametrize("text", ["a", "OK", "Ja", "中文", "\0x"])
def test_a_short_text_raises_nothing(text: str) -> None:
    assert detect_language(text).declared is False


def test_markup_decides_only_when_detection_is_unsure() -> None:
    assert detect_language(TEXTS["fr"], hinted="en-US").language == "fr"
    assert detect_language("1234", hinted="de") == Detected("de", None, True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("de", "de"),
        ("fr-CA", "fr"),
        ("en_GB", "en"),
        (" DE ", "de"),
        ("zh-hans-cn", "zh"),
        ("", ""),
        ("deutsch!", ""),
        ("French", ""),
    ],
)
def test_codes_are_cut_to_the_language(name: str, code: str) -> None:
    assert language_code(name) == code
