"""The whole chain: what always holds, whatever the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.pipeline import UnsupportedLanguage, extract

pytestmark = pytest.mark.slow

LANGUAGES = ("de", "en", "fr")
WORDS = st.sampled_from(
    [
        "Nordline",
        "said",
        "that",
        "«",
        "»",
        "„",
        "“",
        "”",
        "‚",
        "‘",
        "'",
        "’",
        '"',
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "–",
        "—",
        "?",
        "!",
        "\n",
        "\n\n",
        "dit",
        "que",
        "l’",
        "selon",
        "d'après",
        "laut",
        "zufolge",
        "heißt",
        "es",
        "erklärte",
        "dementiert",
        "according",
        "to",
        "he",
        "sie",
        "il",
        "qui",
        "who",
        "3",
        "2025",
        "Müller",
        "🙂",
        "é",
        "\xad",
        "\u202e",
        "שלום",
        "\xa0",
        "\u202f",
        "accusant",
        "aiding",
        "hat",
        "gab",
        "bekannt",
        "wird",
        "vorgeworfen",
    ]
)


@given(
    text=st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)),
    language=st.sampled_from(LANGUAGES),
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_span_lies_inside(text, language):
    for attribution in extract(text, language=language, published=date(2025, 11, 17)):
        assert attribution.content
        for start, end in (*attribution.content, *attribution.cue, *attribution.source):
            assert 0 <= start < end <= len(text)
        assert 0 <= attribution.confidence <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_text_gives_nothing(language):
    assert extract("", language=language) == ()
    assert extract(" \n\n ", language=language) == ()


def test_same_text_gives_the_same_attributions():
    text = "The harbour office said the oil came from a tanker. “We did nothing,” Nordline said."
    assert extract(text, language="en") == extract(text, language="en")


def test_other_language_is_refused_by_name():
    with pytest.raises(UnsupportedLanguage, match="'it'"):
        extract("Ciao", language="it")


def test_long_run_without_blanks_is_no_trouble():
    assert extract("x" * 50_000, language="en") == ()
    assert extract("«" * 5_000, language="fr") == ()
    assert extract('"' * 5_001, language="de") == ()


def test_day_counts_back_from_the_articles_date():
    (found,) = extract(
        "Nordline said on Friday that the port was open.", language="en", published=date(2025, 11, 17)
    )
    assert found.said_on == date(2025, 11, 14)


def test_speaker_is_the_body_behind_a_role():
    (found,) = extract(
        "« Tout est faux », a réagi un porte-parole du groupe Nordline auprès de l’AFP.", language="fr"
    )
    assert (found.speaker.slug, found.stance, found.to) == ("nordline", "denies", "AFP")
