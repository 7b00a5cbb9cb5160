"""The month, week or year of a saying where no day is given, and such words that tell of something else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import MONTHS, month_number
from claims.extraction.periods import find_period
from claims.extraction.pipeline import extract

MONDAY = date(2025, 11, 17)


def told(text: str, language: str, *, published: date | None = MONDAY, cue: str = "said") -> str:
    """The time of the first sentence, whose content follows a colon or nothing."""
    at = text.find(cue)
    spans = ((at, at + len(cue)),) if at >= 0 else ()
    content = ((text.index(":") + 1, len(text)),) if ":" in text else ()
    found = find_period(
        text, (0, len(text)), content=content, cue=spans, language=language, published=published
    )
    return str(found or "")


@pytest.mark.parametrize(
    ("language", "text", "cue", "expected"),
    [
        ("en", "In November 2024, she said: it rains", "said", "2024-11"),
        ("en", "She said in November: it rains", "said", "2025-11"),
        ("en", "She said last November: it rains", "said", "2024-11"),
        ("en", "She said in December: it rains", "said", "2024-12"),
        ("en", "Back in May she said: it rains", "said", "2025-05"),
        ("en", "She said in mid-May: it rains", "said", "2025-05"),
        ("en", "She said last week: it rains", "said", "2025-W46"),
        ("en", "Over the weekend she said: it rains", "said", "2025-W46"),
        ("en", "She said earlier this month: it rains", "said", "2025-11"),
        ("en", "She said in 2019: it rains", "said", "2019"),
        ("en", "Last year, she said: it rains", "said", "2024"),
        ("de", "Im November 2024 sagte sie: es regnet", "sagte", "2024-11"),
        ("de", "Sie sagte Mitte März: es regnet", "sagte", "2025-03"),
        ("de", "Sie sagte in der vergangenen Woche: es regnet", "sagte", "2025-W46"),
        ("de", "Im vergangenen Monat sagte sie: es regnet", "sagte", "2025-10"),
        ("de", "Sie sagte im Jahr 2019: es regnet", "sagte", "2019"),
        ("fr", "En novembre 2024, elle a dit: il pleut", "a dit", "2024-11"),
        ("fr", "Elle a dit au mois d’octobre: il pleut", "a dit", "2025-10"),
        ("fr", "Elle a dit en novembre dernier: il pleut", "a dit", "2024-11"),
        ("fr", "Elle a dit à la mi-mars: il pleut", "a dit", "2025-03"),
        ("fr", "La semaine dernière, elle a dit: il pleut", "a dit", "2025-W46"),
        ("fr", "Elle a dit en 2019: il pleut", "a dit", "2019"),
        ("fr", "L’an dernier, elle a dit: il pleut", "a dit", "2024"),
    ],
)
def test_words_of_a_period_tell_it(language: str, text: str, cue: str, expected: str) -> None:
    assert told(text, language, cue=cue) == expected


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("en", "The mayor, elected in 2019, said: it rains", "said"),
        ("en", "The mayor said: it rained in May", "said"),
        ("en", "She said when she left in 2019: it rains", "said"),
        ("en", "She said in December 2026: it rains", "said"),
        ("en", "They march in May and may come, she said: it rains", "came"),
        ("en", "She said next week: it rains", "said"),
        ("de", "Die 2019 gewählte Bürgermeisterin sagte: es regnet", "sagte"),
        ("de", "Sie sagte im kommenden Monat: es regnet", "sagte"),
        ("fr", "Le maire, élu en 2019, a dit: il pleut", "a dit"),
        ("fr", "Elle a dit en novembre prochain: il pleut", "a dit"),
    ],
)
def test_other_such_words_tell_nothing_of_the_saying(language: str, text: str, cue: str) -> None:
    assert told(text, language, cue=cue) == ""


def test_a_month_without_a_year_needs_the_day_of_the_article() -> None:
    assert told("In November she said: it rains", "en", published=None) == ""
    assert told("In November 2024 she said: it rains", "en", published=None) == "2024-11"


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(published: date) -> None:
    for phrase in ("last year", "last month", "last week", "this weekend", "in November"):
        told(f"She said {phrase}: it rains", "en", published=published)


@given(month=st.dates(date(1990, 1, 1), date(2025, 11, 30)), language=st.sampled_from(["de", "en", "fr"]))
def test_a_written_month_is_read_back(month: date, language: str) -> None:
    names = [one.split("|")[0] for one in MONTHS[language].split() if not one.startswith("jänner")]
    name = names[month.month - 1]
    assert month_number(name, language) == month.month
    assert (
        told(
            f"said {'en' if language == 'fr' else 'in' if language == 'en' else 'im'} {name} {month.year}",
            language,
        )
        == f"{month:%Y-%m}"
    )


@given(st.text(), st.sampled_from(["de", "en", "fr"]), st.none() | st.dates(), st.data())
def test_no_text_raises(text: str, language: str, published: date | None, data: st.DataObject) -> None:
    whole = f"{text} last week la semaine dernière im November en 2019 {text}"
    start = data.draw(st.integers(0, len(whole)))
    find_period(
        whole,
        (start, len(whole)),
        content=((0, 3),),
        cue=((start, start + 1),),
        language=language,
        published=published,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In October, the mayor said that the port was closed.", "2025-10"),
        ("en", "In October, the mayor said on Friday that the port was closed.", "2025-11-14"),
        ("en", "The mayor said that the port was closed.", ""),
        ("de", "Die Bürgermeisterin sagte im Oktober, der Hafen sei geschlossen.", "2025-10"),
        ("fr", "Le maire a déclaré la semaine dernière que le port était fermé.", "2025-W46"),
    ],
)
def test_an_attribution_has_its_time_as_precisely_as_the_text_gives_it(
    language: str, text: str, expected: str
) -> None:
    (one,) = extract(text, language=language, published=MONDAY)
    assert str(one.when or "") == expected
    assert (one.said_on is None) == (one.said_on_precision is None)
