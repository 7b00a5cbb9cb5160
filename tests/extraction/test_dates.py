"""The day of a saying, from weekdays, dates and words such as yesterday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import MONTHS, WEEKDAYS, find_day

MONDAY = date(2025, 11, 17)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "sagte sie am Freitag", date(2025, 11, 14)),
        ("de", "steht in dem am Samstagmorgen verschickten Brief", date(2025, 11, 15)),
        ("de", "teilte die Polizei am Sonnabend mit", date(2025, 11, 15)),
        ("de", "sagte er am Montag", date(2025, 11, 17)),
        ("de", "sagte er am vergangenen Montag", date(2025, 11, 10)),
        ("de", "erklärte er gestern", date(2025, 11, 16)),
        ("de", "erklärte er vorgestern", date(2025, 11, 15)),
        ("de", "hieß es heute Morgen", date(2025, 11, 17)),
        ("de", "sagte er am 3. November", date(2025, 11, 3)),
        ("de", "sagte er am 24. Dezember", date(2024, 12, 24)),
        ("de", "sagte er am 5. Nov. 2023", date(2023, 11, 5)),
        ("de", "vom 1. Jänner 2025", date(2025, 1, 1)),
        ("de", "schrieb er am 04.11.2025", date(2025, 11, 4)),
        ("en", "he said on Friday", date(2025, 11, 14)),
        ("en", "she said last Monday", date(2025, 11, 10)),
        ("en", "he said yesterday", date(2025, 11, 16)),
        ("en", "he said last night", date(2025, 11, 16)),
        ("en", "in a statement on Nov. 3", date(2025, 11, 3)),
        ("en", "on March 2nd, 2021, she said", date(2021, 3, 2)),
        ("en", "on 2 March 2021", date(2021, 3, 2)),
        ("en", "posted 2025-11-12", date(2025, 11, 12)),
        ("fr", "a-t-il dit vendredi", date(2025, 11, 14)),
        ("fr", "a-t-il dit lundi dernier", date(2025, 11, 10)),
        ("fr", "a-t-elle déclaré aujourd’hui", date(2025, 11, 17)),
        ("fr", "avant-hier, il a dit", date(2025, 11, 15)),
        ("fr", "le 1er juillet 2012", date(2012, 7, 1)),
        ("fr", "dans un communiqué du 3 novembre", date(2025, 11, 3)),
        ("fr", "le 13/11/2025", date(2025, 11, 13)),
    ],
)
def test_it_reads_the_day(language, text, expected):
    assert find_day(text, language=language, published=MONDAY) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "das soll am kommenden Freitag geschehen"),
        ("de", "bis Freitag müsse er antworten"),
        ("de", "sagte der Minister"),
        ("de", "im Mai"),
        ("en", "they will meet next Friday"),
        ("en", "he may say more"),
        ("fr", "il parlera vendredi prochain"),
        ("fr", "a dit le ministre"),
        ("de", "am 31. Februar 2024"),
        ("en", "on May 3, 2031"),
    ],
)
def test_it_gives_no_day_when_the_words_tell_none(language, text):
    assert find_day(text, language=language, published=MONDAY) is None


@pytest.mark.parametrize(
    ("language", "before", "text", "expected"),
    [
        ("fr", "Le maire a démissionné vendredi.", "Le même jour, le préfet a dit", date(2025, 11, 14)),
        ("fr", "Le maire a parlé le 3 mars 2024. Il pleuvait.", "a-t-elle dit la veille", date(2024, 3, 2)),
        ("fr", "Jeudi, il a plu. Le lendemain, il a neigé.", "Le lendemain, elle a dit", date(2025, 11, 15)),
        ("de", "Am Freitag brannte es.", "sagte er am selben Tag", date(2025, 11, 14)),
        ("de", "Am 3. November brannte es.", "teilte sie tags darauf mit", date(2025, 11, 4)),
        ("de", "Am Freitag brannte es.", "hatte sie am Vortag gesagt", date(2025, 11, 13)),
        ("en", "It burned on Friday.", "he said the same day", date(2025, 11, 14)),
        ("en", "It burned on Nov. 3 in Leeds.", "the next day, she said", date(2025, 11, 4)),
        ("en", "It burned on Friday.", "as he had said the day before.", date(2025, 11, 13)),
    ],
)
def test_the_same_day_is_the_one_that_the_text_named_last(language, before, text, expected):
    assert find_day(text, language=language, published=MONDAY, before=before) == expected


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("fr", "", "Le même jour, le préfet a dit"),
        ("fr", "Il est venu vendredi.", "a-t-il dit la veille du scrutin"),
        ("fr", "Il est venu lundi.", "Le lendemain, dira-t-il"),
        ("de", "Es regnete.", "sagte er am selben Tag"),
        ("en", "It burned on Friday.", "he said the day before the vote"),
        ("en", "It burned on Friday.", "he said on the same day as his rival"),
    ],
)
def test_the_same_day_is_none_without_a_day_to_refer_to(language, before, text):
    assert find_day(text, language=language, published=MONDAY, before=before) is None


def test_a_day_of_its_own_goes_before_the_one_named_last():
    text = "Le lendemain, dimanche, elle a dit"
    assert find_day(text, language="fr", published=MONDAY, before="Jeudi, il a plu.") == date(2025, 11, 16)


def test_a_weekday_needs_the_day_of_the_article():
    assert find_day("sagte er am Freitag", language="de", published=None) is None


def test_a_whole_date_needs_no_article():
    assert find_day("am 3. Mai 2024", language="de", published=None) == date(2024, 5, 3)


@given(
    language=st.sampled_from(["de", "en", "fr"]),
    index=st.integers(0, 6),
    published=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_a_weekday_is_the_last_one_up_to_the_article(language, index, published):
    found = find_day(f"… {WEEKDAYS[language].split()[index]} …", language=language, published=published)
    assert found is not None
    assert found.weekday() == index
    assert timedelta(0) <= published - found < timedelta(7)


@given(day=st.dates(date(1990, 1, 1), date(2024, 12, 31)), language=st.sampled_from(["de", "fr"]))
def test_a_written_date_is_read_back(day, language):
    names = [month.split("|")[0] for month in MONTHS[language].split() if not month.startswith("jänner")]
    dot = "." if language == "de" else ""
    text = f"{day.day}{dot} {names[day.month - 1]} {day.year}"
    assert find_day(text, language=language, published=MONDAY) == day


@given(text=st.text(), language=st.sampled_from(["de", "en", "fr"]), published=st.none() | st.dates())
def test_no_text_raises(text, language, published):
    find_day(text, language=language, published=published)
    find_day(f"{text} gestern hier yesterday", language=language, published=published)
