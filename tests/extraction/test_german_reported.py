"""German sayings without a cue of their own: clauses in Konjunktiv, named acts, picked words."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def told(text: str) -> list[tuple[str, str]]:
    """Rule and words of each attribution, in the order of the text."""
    return [
        (one.rule, " … ".join(text[start:end] for start, end in one.content))
        for one in extract(text, language="de")
    ]


def test_a_relative_clause_in_konjunktiv_is_reported():
    text = "Die Ministerin begrüßte am Montag den Vertrag, der neue Arbeitsplätze bringen werde."

    assert ("reported-clause", "der neue Arbeitsplätze bringen werde") in told(text)


def test_a_relative_clause_in_the_indicative_is_not_reported():
    text = "Die Ministerin besuchte am Montag das Werk, das neue Arbeitsplätze bringt."

    assert told(text) == []


def test_a_dass_clause_in_konjunktiv_is_reported_behind_any_verb():
    [one] = extract("Der Anwalt stützt sich darauf, dass der Vertrag nie gegolten habe.", language="de")

    assert one.rule == "reported-clause"
    assert one.speaker is not None


def test_the_konjunktiv_of_a_weak_verb_is_seen():
    text = "Der Zeuge berichtete gestern im Radio, er warte seit Stunden auf Hilfe."

    assert told(text) == [("bare-clause", "er warte seit Stunden auf Hilfe")]


def test_a_condition_behind_the_verb_does_not_end_a_saying():
    text = "Der Zoll öffne bald, so der Bürgermeister. Im Sommer würden die Preise sinken, wenn die Straße fertig ist."

    assert told(text)[-1] == ("mood", "Im Sommer würden die Preise sinken, wenn die Straße fertig ist")


def test_an_act_named_without_words_of_its_own_is_told_by_its_clause():
    text = "Die Opposition bezeichnete den Haushalt der Stadt als unsolide und ungerecht."

    assert told(text) == [("predicate", text[:-1])]


def test_a_denied_report_stays_the_object_of_its_denial():
    text = "Der Konzern dementierte am Freitag einen Bericht über die Schließung des Werks in Aalen."

    assert told(text) == [("noun-phrase", "einen Bericht über die Schließung des Werks in Aalen")]


def test_short_words_in_marks_that_begin_small_are_the_speakers():
    text = "Der Trainer sagte, die Mannschaft habe nach der Pause einen „blutleeren Auftritt“ gezeigt und verloren."

    assert ("verbatim", "blutleeren Auftritt") in told(text)


def test_a_short_name_in_marks_is_not_told_again():
    text = "Der Kapitän sagte, die Fähre „Weiße Möwe“ habe den Hafen trotz des Sturms erreicht."

    assert [rule for rule, _ in told(text)] == ["bare-clause"]


def test_danach_tells_where_the_sentence_before_names_a_paper():
    text = "Das Institut stellte eine Studie vor. Danach schlafen Jugendliche zu wenig."

    assert ("according-to", "schlafen Jugendliche zu wenig") in told(text)


def test_danach_tells_when_without_a_paper():
    text = "Das Institut feierte ein Fest. Danach schliefen die Gäste lange."

    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Der Seite beispiel.de zufolge ist der Pass gesperrt.", "Der Seite beispiel.de"),
        ("Ersten Angaben vom Dienstag zufolge ist der Pass gesperrt.", "Ersten Angaben vom Dienstag"),
        (
            "Nach Angaben von Ina Holm, der Leiterin der Wache war der Pass gesperrt.",
            "Angaben von Ina Holm, der Leiterin der Wache",
        ),
        ("Der Pass ist dem Vernehmen nach gesperrt.", "dem Vernehmen"),
    ],
)
def test_the_source_of_an_according_to_phrase_is_whole(text, source):
    [one] = extract(text, language="de")

    assert one.rule == "according-to"
    assert text[slice(*one.source[0])] == source


def test_a_stop_without_a_blank_ends_the_sentence():
    text = "Die Polizei teilte mit, dass niemand verletzt wurde.Der Verkehr staute sich bis zum Abend."

    assert told(text) == [("complementizer", "niemand verletzt wurde")]


@pytest.mark.parametrize(
    "text",
    [
        "Rückblickend lässt sich sagen, dass das Fest gelungen ist.",
        "Es ist nicht bekannt, ob ein Lösegeld gezahlt wurde.",
    ],
)
def test_what_nobody_says_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Umbau wurde vom Rat als „teures Abenteuer“ bezeichnet.",
        "Der Rat las einen Brief, in dem der Umbau als „teures Abenteuer“ bezeichnet wird.",
        "Die Opposition feierte das Ende des Umbaus als „teures Abenteuer“.",
    ],
)
def test_a_quoted_judgement_is_told_in_every_clause(text):
    assert ("judged", "teures Abenteuer") in told(text)


def test_a_reason_named_in_the_passive_is_told_by_its_clause():
    text = "Als Ursache für den Stau wurde ein umgestürzter Baum angegeben."

    assert told(text) == [("act", text[:-1])]


def test_a_relative_pronoun_may_stand_for_the_paper_that_tells():
    text = "Dem Gericht liegt ein Gutachten vor, laut dem die Brücke seit Jahren Risse hat."

    assert told(text) == [("according-to", "die Brücke seit Jahren Risse hat")]
