"""German tellings in phrases, inserts and acts, and what a mood carries from sentence to sentence; own sentences only."""

from __future__ import annotations

import pytest

from tests.extraction.test_german import found

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Die Trainerin brachte zum Ausdruck, dass sie bleiben wolle.",
            "Die Trainerin",
            "sie bleiben wolle",
        ),
        (
            "Der Kapitän ist zuversichtlich, die Insel bis Mittag zu erreichen.",
            "Der Kapitän",
            "die Insel bis Mittag zu erreichen",
        ),
        (
            "Die Reederei ließ am Montag mitteilen, dass der Hafen geschlossen bleibe.",
            "Die Reederei",
            "der Hafen geschlossen bleibe",
        ),
        ("Der Zeuge gab zu Protokoll, er habe geschlafen.", "Der Zeuge", "er habe geschlafen"),
        (
            "Der Bürgermeister zeigte sich überzeugt, dass die Brücke hält.",
            "Der Bürgermeister",
            "die Brücke hält",
        ),
        (
            "Die Stadt hatte bekannt gegeben, dass der Markt ausfällt.",
            "Die Stadt",
            "der Markt ausfällt",
        ),
    ],
)
def test_verb_tells_with_a_phrase(text, source, content):
    assert found(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Wie die Leiterin des Museums, Eva Sommer, mitteilte, wurde das Bild gestohlen.",
            "die Leiterin des Museums, Eva Sommer",
            "wurde das Bild gestohlen",
        ),
        (
            "Wie das Amt heute bekannt gab, wird die Straße gesperrt.",
            "das Amt",
            "wird die Straße gesperrt",
        ),
        (
            "Wie aus einem Schreiben der Bank hervorgeht, fehlen drei Millionen Euro.",
            "einem Schreiben der Bank",
            "fehlen drei Millionen Euro",
        ),
        ("Wie es hieß, bleibt der Zoo geschlossen.", "", "bleibt der Zoo geschlossen"),
        (
            "Der Fluss tritt bald über die Ufer, so bestätigt das Landesamt.",
            "das Landesamt",
            "Der Fluss tritt bald über die Ufer",
        ),
    ],
)
def test_insert_tells_of_the_clause_beside_it(text, source, content):
    assert found(text) == [(source, content)]


def test_wie_with_another_verb_tells_nothing():
    assert found("Er wusste, wie teuer der Umbau wird.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Der Fahrer sagte, er sei unschuldig, und verließ den Saal.",
            "Der Fahrer",
            "er sei unschuldig",
        ),
        (
            "Der Fahrer sagte, er habe gebremst und sei dann ausgestiegen.",
            "Der Fahrer",
            "er habe gebremst und sei dann ausgestiegen",
        ),
    ],
)
def test_content_ends_where_the_report_returns_to_its_own_mood(text, source, content):
    assert found(text) == [(source, content)]


def test_apposition_may_part_a_participle_from_its_auxiliary():
    text = "Am Montag hatte der Eigentümer der Halle, Karl Sommer, zugesagt, die Miete zu senken."
    assert found(text) == [("der Eigentümer der Halle, Karl Sommer", "die Miete zu senken")]


def test_pronoun_takes_no_apposition_from_what_it_asks_for():
    text = "Nach dem Unfall fordern sie, dem Betreiber die Lizenz zu entziehen."
    assert found(text) == [("sie", "dem Betreiber die Lizenz zu entziehen")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Nach Sommers Angaben ist der Keller trocken.",
            "Sommers Angaben",
            "ist der Keller trocken",
        ),
        (
            "Nach dem Gesetzentwurf sollen Fahrräder Vorfahrt haben.",
            "dem Gesetzentwurf",
            "sollen Fahrräder Vorfahrt haben",
        ),
        (
            "Der Keller ist nach Expertenmeinung trocken.",
            "Expertenmeinung",
            "Der Keller ist … trocken",
        ),
    ],
)
def test_information_may_be_owned_or_stand_in_a_compound(text, source, content):
    assert found(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Bürgermeisterin Eva Sommer fordert mehr Busse.",
        "Von der Opposition wurde der Haushalt als ungerecht kritisiert.",
        "Der Sender berichtete von zwölf Verletzten.",
    ],
)
def test_act_told_by_its_name_is_the_whole_clause(text):
    assert [content for _, content in found(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    ["Das Beben forderte 30 Todesopfer.", "Sie sprach mit dem Minister.", "Dies kündigte sie nicht an."],
)
def test_other_senses_of_the_verb_are_no_acts(text):
    assert found(text) == []


def test_sentences_with_soll_go_on_with_a_saying_as_one():
    text = (
        "Die Reederei kündigte an, dass zwei Linien wegfallen. Die Schiffe sollen im Herbst verkauft werden."
        " Das Personal soll in der Verwaltung arbeiten."
    )
    assert [content for _, content in found(text)] == [
        "zwei Linien wegfallen",
        "Die Schiffe sollen im Herbst verkauft werden. Das Personal soll in der Verwaltung arbeiten",
    ]


@pytest.mark.parametrize(
    "text", ["Würde es regnen, würde das Spiel ausfallen.", "Ich habe den Zug verpasst."]
)
def test_condition_and_first_person_carry_nothing_on(text):
    told = found("Die Ärztin sagte, das Spiel falle aus. " + text)
    assert told == [("Die Ärztin", "das Spiel falle aus")]


def test_plan_of_the_report_is_no_hearsay():
    assert found("Der Bau soll im Mai beginnen.") == []


def test_main_verb_behind_an_insert_decides_the_mood():
    told = found("Die Ärztin sagte, das Spiel falle aus. Der Verdacht, sie sei krank, bestätigte sich nicht.")
    assert ("Die Ärztin", "Der Verdacht, sie sei krank, bestätigte sich nicht") not in told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Die Stadt hat angekündigt die Gebühren im Mai zu senken.",
            "Die Stadt",
            "die Gebühren im Mai zu senken",
        ),
        ("Die Werft bietet an das Boot zu heben.", "Die Werft", "das Boot zu heben"),
    ],
)
def test_infinitive_may_follow_without_a_comma(text, source, content):
    assert found(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Der Kapitän kam zu dem Schluss, dass der Motor streikt.",
            "Der Kapitän",
            "der Motor streikt",
        ),
        ("Das Fest schloss mit dem Appell, die Wälder zu schonen.", "dem Appell", "die Wälder zu schonen"),
        ("Die zentrale Aussage ist, dass der See verlandet.", "Die zentrale Aussage", "der See verlandet"),
    ],
)
def test_noun_of_saying_has_a_holder(text, source, content):
    assert found(text) == [(source, content)]


def test_who_is_cited_said_it():
    text = "Die Zeitung zitiert einen Augenzeugen mit den Worten: „Das Dach ist eingestürzt.“"
    assert found(text) == [("einen Augenzeugen", "Das Dach ist eingestürzt.")]


def test_place_of_telling_stands_for_a_subject():
    text = "Aus Hafenkreisen verlautete, dass die Fähre sinkt."
    assert found(text) == [("Hafenkreisen", "die Fähre sinkt")]


def test_it_says_with_words_between():
    text = "Die Zahl wurde berichtigt und es heißt nun, dass zwölf Boote fehlen."
    assert found(text) == [("", "zwölf Boote fehlen")]


def test_second_clause_points_at_the_first():
    text = "Die Brücke bleibt gesperrt, das meldete die Polizei."
    assert found(text) == [("die Polizei", "Die Brücke bleibt gesperrt")]


def test_slogans_are_said():
    text = "Die Demonstranten hielten Plakate mit der Aufschrift „Rettet den Fluss“ hoch."
    assert found(text) == [("Die Demonstranten", "Rettet den Fluss")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Der Zeitung sagte Eva Sommer, dass sie bleibt.", "Eva Sommer"),
        ("Im Dezember 2005 hatte Eva Sommer erklärt, dass sie bleibt.", "Eva Sommer"),
        ("Eva Sommer, die dort wohnt, hat erklärt, dass sie bleibt.", "Eva Sommer"),
        ("Laut Nordwerft fehlen Schrauben.", "Nordwerft"),
    ],
)
def test_source_is_neither_dative_nor_year_nor_relative_clause(text, source):
    assert [who for who, _ in found(text)] == [source]


def test_name_in_marks_that_opens_a_sentence_tells_nothing():
    text = (
        "Einen Tag nach dem Erscheinen des Buches „Leise Wasser“ meldete der Verlag, dass es vergriffen ist."
    )
    assert found(text) == [("der Verlag", "es vergriffen ist")]


def test_subordinate_clause_before_a_verb_is_not_told():
    assert found("Während die Sonne schien, setzten die Wanderer ihren Weg fort.") == []
