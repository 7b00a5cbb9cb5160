"""Finds the attributions of one sentence: every rule looks, then overlaps are settled."""

from __future__ import annotations

from claims.extraction.according import according
from claims.extraction.announced_french import announced
from claims.extraction.chains import join_chains
from claims.extraction.found import Found
from claims.extraction.german_inserts import it_says, pointed
from claims.extraction.german_reported import reported_clause
from claims.extraction.inserts import inserted_telling, label, reads
from claims.extraction.lexicon import Language
from claims.extraction.nominal import nominal
from claims.extraction.presented import chanted, presented
from claims.extraction.reading import Sentence
from claims.extraction.settling import settled
from claims.extraction.silence import silence
from claims.extraction.stance_nouns import stance_noun
from claims.extraction.verbal import inner_tellings, inside_quotations, verbal


def find_in_sentence(sentence: Sentence, text: str, language: Language) -> list[Found]:
    """All attributions of a sentence of ``text``, in the order of the text, overlaps settled."""
    if _is_notice(sentence, text):
        return []
    found = [
        *label(sentence, language),
        *according(sentence, language),
        *inserted_telling(sentence, language),
        *reads(sentence, language),
        *nominal(sentence, language),
        *announced(sentence, language),
        *stance_noun(sentence, language),
        *presented(sentence, language),
        *chanted(sentence, language),
        *pointed(sentence, language),
        *it_says(sentence, language),
        *inside_quotations(sentence, language),
        *inner_tellings(sentence, language),
        *verbal(sentence, language),
        *reported_clause(sentence, language),
        *silence(sentence, text, language),
    ]
    return settled(join_chains(found, text, language), text, language)


# What a paper says of its own article is page furniture.
NOTICES = ("editor's note", "editors' note", "editor’s note", "editors’ note")


def _is_notice(sentence: Sentence, text: str) -> bool:
    """*Editor’s note: …*, in the languages that have it."""
    return text[sentence.start : sentence.start + 14].lower().startswith(NOTICES)
