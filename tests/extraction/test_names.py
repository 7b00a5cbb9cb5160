"""Names that the tagger takes for nouns or adverbs are mended by the rest of the text and by a dictionary."""

import pytest

from claims.extraction.lexicon import load_language
from claims.extraction.names import trust_names
from tests.docs import make_sentence


def tags(language: str, *lines: str) -> dict[str, str]:
    sentences = [make_sentence(language, line)[0] for line in lines]
    trust_names(sentences, load_language(language))
    return {unit.text: unit.pos for sentence in sentences for unit in sentence.units}


def test_a_german_noun_that_no_dictionary_knows_and_no_article_leads_is_a_name() -> None:
    found = tags("de", "Für/ADP Zalibora/NOUN kommt/VERB der/DET Streit/NOUN zur/ADP Unzeit/NOUN ./PUNCT")
    assert (found["Zalibora"], found["Streit"], found["Unzeit"]) == ("PROPN", "NOUN", "NOUN")


@pytest.mark.parametrize("word", ["Hafenverwaltung", "Kranführer", "Digitalisierung"])
def test_a_compound_or_a_new_noun_is_no_name(word: str) -> None:
    assert tags("de", f"Von/ADP {word}/NOUN sprach/VERB niemand/PRON ./PUNCT")[word] == "NOUN"


def test_a_strange_noun_with_an_article_is_no_name() -> None:
    line = "Das/DET Zalibort/NOUN fehlt/VERB ,/PUNCT und/CCONJ Zalibort/NOUN ist/AUX teuer/ADJ ./PUNCT"
    assert tags("de", line)["Zalibort"] == "NOUN"


def test_what_is_a_name_inside_a_sentence_is_one_where_it_opens_one() -> None:
    found = tags("fr", "Selon/ADP Nordquai/PROPN ./PUNCT", "Nordquai/ADV affirme/VERB ./PUNCT")
    assert found["Nordquai"] == "PROPN"
