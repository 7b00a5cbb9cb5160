"""German reported speech, from word order and mood to the thread of a saying over sentences; own sentences only."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow

MONDAY = date(2025, 11, 17)


def found(text: str) -> list[tuple[str, str]]:
    """(source, content) of each attribution that does not repeat another's words."""
    return [
        (" ".join(text[a:b] for a, b in one.source), " … ".join(text[a:b] for a, b in one.content))
        for one in extract(text, language="de", published=MONDAY)
        if one.rule != "verbatim"
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Die Ministerin erklärte, dass der Bau teurer werde.",
            "Die Ministerin",
            "der Bau teurer werde",
        ),
        ("Der Minister sagte, der Bau werde teurer.", "Der Minister", "der Bau werde teurer"),
        ("Der Bau werde teurer, sagte der Minister.", "der Minister", "Der Bau werde teurer"),
        ("„Der Bau wird teurer“, sagte die Ministerin.", "die Ministerin", "Der Bau wird teurer"),
        ("Die Ministerin sagte: „Der Bau wird teurer.“", "Die Ministerin", "Der Bau wird teurer."),
        ("Der Bau wird teurer, so der Minister.", "der Minister", "Der Bau wird teurer"),
        (
            "Wie die Polizei mitteilte, wurde niemand verletzt.",
            "die Polizei",
            "wurde niemand verletzt",
        ),
        (
            "Nach Angaben der Polizei wurden drei Menschen verletzt.",
            "Angaben der Polizei",
            "wurden drei Menschen verletzt",
        ),
        (
            "Einem Bericht der Zeitung zufolge wurde der Vertrag gekündigt.",
            "Einem Bericht der Zeitung",
            "wurde der Vertrag gekündigt",
        ),
        (
            "Der Konzern gab am Dienstag bekannt, drei Werke schließen zu wollen.",
            "Der Konzern",
            "drei Werke schließen zu wollen",
        ),
        (
            "Dem Politiker wird vorgeworfen, Geld unterschlagen zu haben.",
            "",
            "Geld unterschlagen zu haben",
        ),
        ("Es wird befürchtet, dass die Preise steigen.", "", "die Preise steigen"),
        (
            "Die Chefin des Verbands blieb hart: „Wir werden dem Vertrag niemals zustimmen.“",
            "Die Chefin des Verbands",
            "Wir werden dem Vertrag niemals zustimmen.",
        ),
        (
            "Den Vorschlag machte der Minister, die Steuer zu senken, sagte sie.",
            "sie",
            "Den Vorschlag machte der Minister, die Steuer zu senken",
        ),
    ],
)
def test_it_finds_who_says_what(text, source, content):
    assert (source, content) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt in der Stadt drei Schulen.",
        "Der Sturm forderte vier Todesopfer.",
        "Das Fest findet am Samstag im Park statt.",
        "Der Verein meldete die neue Mannschaft an.",
        "Der Läufer teilte sich das Rennen gut ein.",
        "Sie las das Buch „Die Stadt am Meer“ zweimal.",
        "",
        "„“",
    ],
)
def test_it_finds_nothing_where_nobody_speaks(text):
    assert found(text) == []


def test_a_source_ends_where_the_next_phrase_begins():
    text = "Am Montag wurden laut der Zeitung weitere Zeugen im Gericht gehört."
    ((source, _),) = found(text)
    assert source == "der Zeitung"


def test_a_genitive_stays_with_its_source():
    text = "Nach Angaben einer Sprecherin der Stadt beginnt der Umbau im Mai."
    assert found(text) == [("Angaben einer Sprecherin der Stadt", "beginnt der Umbau im Mai")]


def test_an_insert_parts_the_content():
    text = "Der Brand ist nach Angaben der Feuerwehr im Keller ausgebrochen."
    ((source, content),) = found(text)
    assert source == "Angaben der Feuerwehr"
    assert content == "Der Brand ist … im Keller ausgebrochen"


def test_a_sentence_in_konjunktiv_goes_on_with_the_saying():
    text = (
        "Der Sprecher sagte, der Vertrag sei gültig. Er laufe noch drei Jahre. Danach werde neu verhandelt."
    )
    told = [one for one in extract(text, language="de") if one.continuation]
    assert [text[one.content[0][0] : one.content[-1][1]] for one in told] == [
        "Er laufe noch drei Jahre. Danach werde neu verhandelt"
    ]
    assert [text[a:b] for one in told for a, b in one.source] == ["Der Sprecher"]


def test_the_subject_of_a_telling_that_tells_nothing_speaks_on():
    text = "Die Gewerkschaft kritisierte den Plan. Er sei unsozial und gefährde viele Stellen."
    assert ("Die Gewerkschaft", "Er sei unsozial und gefährde viele Stellen") in found(text)


def test_what_fills_in_a_saying_goes_on_with_it():
    text = "Laut der Behörde habe die Firma Daten verkauft. Dazu gehörten Adressen und Fotos."
    last = extract(text, language="de")[-1]
    assert text[last.content[0][0] : last.content[0][1]] == "Dazu gehörten Adressen und Fotos"
    assert last.continuation


def test_the_indicative_does_not_go_on():
    text = "Der Sprecher sagte, der Vertrag sei gültig. Am Abend regnete es in der ganzen Stadt."
    assert len(found(text)) == 1


def test_verbatim_words_are_kept_as_nested():
    text = "Die Trainerin sagte, ihre Mannschaft sei „viel zu spät aufgewacht“."
    nested = [one for one in extract(text, language="de") if one.nested]
    assert [(one.rule, text[one.content[0][0] : one.content[0][1]]) for one in nested] == [
        ("verbatim", "viel zu spät aufgewacht")
    ]


def test_a_short_object_is_a_topic_and_no_claim():
    assert found("Die Firma gab Einzelheiten bekannt.") == []


def test_a_denied_object_is_a_claim():
    (one,) = extract("Der Konzern dementierte den Bericht.", language="de")
    assert one.stance == "denies"


def test_a_fronted_clause_ends_before_the_main_verb():
    text = "Nachdem der Arzt erklärt hatte, dass keine Gefahr bestehe, verließ sie das Krankenhaus."
    assert ("der Arzt", "keine Gefahr bestehe") in found(text)


def test_the_day_and_the_listener_are_read():
    text = "Ein Sprecher sagte am Freitag der AFP, der Vertrag sei gültig."
    (one,) = extract(text, language="de", published=MONDAY)
    assert (one.said_on, one.to) == (date(2025, 11, 14), "AFP")


def test_own_information_is_the_subjects():
    text = "Die Firma Nordwerft hat nach eigenen Angaben drei Werke verkauft."
    [one] = extract(text, language="de")
    assert one.speaker is not None and one.speaker.slug == "nordwerft"


def test_information_of_him_is_his():
    text = "Max Weber kam zurück. Seinen Angaben zufolge war er krank."
    [one] = extract(text, language="de")
    assert one.speaker is not None and one.speaker.slug == "max-weber"
