"""Which verb groups tell of a saying, and how far they reach."""

import pytest

from claims.extraction.cues.finding import find_cues
from claims.extraction.lexicon import load_language
from tests.docs import make_sentence


def cues(language: str, words: str) -> list[tuple[str, list[str], str]]:
    sentence, text = make_sentence(language, words)
    units = sentence.units
    return [
        (cue.verb.lemma, [text[units[a].start : units[b - 1].end] for a, b in cue.pieces], cue.reading)
        for cue in find_cues(units, load_language(language))
    ]


def test_cue_takes_in_auxiliary_and_adverb():
    found = cues(
        "fr",
        "Le/DET groupe/NOUN a/AUX/VerbForm=Fin immédiatement/ADV contesté/VERB/VerbForm=Part ces/DET accusations/NOUN ./PUNCT",
    )
    assert found == [("contester", ["a immédiatement contesté"], "finite")]


def test_french_cue_is_found_whatever_the_tagger_says():
    found = cues("fr", "La/DET plateforme/NOUN dément/ADJ un/DET article/NOUN ./PUNCT")
    assert [lemma for lemma, _, _ in found] == ["démentir"]


def test_german_particle_is_a_second_piece():
    found = cues(
        "de",
        "Die/DET Reederei/NOUN teilte/VERB/Mood=Ind|VerbForm=Fin am/ADP Montag/NOUN mit/ADP ,/PUNCT dass/SCONJ sie/PRON zahlt/VERB/Mood=Ind|VerbForm=Fin ./PUNCT",
    )
    assert found == [("mit teilen", ["teilte", "mit"], "finite")]


def test_german_participle_takes_its_auxiliary_from_second_place():
    found = cues(
        "de",
        "Sie/PRON hat/AUX/Mood=Ind|VerbForm=Fin den/DET Bericht/NOUN dementiert/VERB/VerbForm=Part ./PUNCT",
    )
    assert found == [("dementieren", ["hat", "dementiert"], "finite")]


def test_german_there_is_is_no_cue():
    assert (
        cues(
            "de",
            "Gestern/ADV gab/VERB/Mood=Ind|VerbForm=Fin es/PRON einen/DET Zwischenfall/NOUN an/ADP Bord/NOUN ./PUNCT",
        )
        == []
    )


def test_noun_is_no_cue():
    assert cues("en", "The/DET report/NOUN was/AUX/VerbForm=Fin long/ADJ ./PUNCT") == []
    assert cues("de", "Die/DET Meldung/NOUN kam/VERB/Mood=Ind|VerbForm=Fin spät/ADV ./PUNCT") == []


def test_several_words_make_one_cue():
    found = cues(
        "en", "The/DET firm/NOUN took/VERB/VerbForm=Fin issue/NOUN with/ADP the/DET article/NOUN ./PUNCT"
    )
    assert found == [("take issue with", ["took issue with"], "finite")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "ajoutant/VERB/VerbForm=Part que/SCONJ tout/PRON va/VERB/VerbForm=Fin ./PUNCT"),
        ("en", "adding/VERB/VerbForm=Part that/SCONJ all/PRON is/AUX/VerbForm=Fin well/ADV ./PUNCT"),
    ],
)
def test_gerund_is_told_apart(language, words):
    assert [reading for _, _, reading in cues(language, words)] == ["gerund"]
