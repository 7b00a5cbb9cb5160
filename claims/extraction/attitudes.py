"""What an English participle or attitude says about its source and its worth."""

from __future__ import annotations

from claims.extraction.clauses import Site
from claims.extraction.found import Found
from claims.extraction.lexicon import Language
from claims.extraction.stance_nouns import POSSESSIVES


def nearest_document(site: Site, begin: int, end: int) -> int:
    """English *an article in the Times accusing X*: the last document of a long phrase is what speaks."""
    units, language = site.units, site.language
    if language.code != "en":
        return begin
    for index in range(end - 1, begin, -1):
        if language.has("documents", units[index].lower):
            while index > begin and units[index - 1].pos in ("ADJ", "DET", "NOUN", "PROPN"):
                index -= 1
                if units[index].pos == "DET":
                    break
            return index
    return begin


def is_mere_attitude(found: Found) -> bool:
    """What somebody likes or wants inside another's telling: a part of what is told, no saying of its own."""
    return found.rule == "stance-noun" or (
        found.verb is not None
        and found.verb.takes("t")
        and found.verb.stance != "denies"
        and found.rule in ("noun-phrase", "predicate", "attitude")
    )


# What an English verb other than a denial has in these shapes inside another's telling is that telling's own matter.
MINOR_INSIDE = frozenset(
    {"noun-phrase", "predicate", "raised", "infinitive", "prepositional", "quotation-right", "attitude"}
)


def is_minor_inside(found: Found, text: str, language: Language) -> bool:
    """Whether an English saying inside another's adds nothing: *she said they believe …* tells once what is believed.

    A source that is a pronoun speaks for whoever tells already, or for nobody that a reader could name.
    """
    if language.code != "en" or found.verb is None and found.rule != "nominal":
        return False
    if found.verb and (found.rule in MINOR_INSIDE or found.verb.takes("t")):
        return found.verb.stance == "asserts" and found.rule != "accusation"
    source = " ".join(text[start:end] for start, end in found.source).lower()
    return not source or language.has("pronouns", source) or source in POSSESSIVES
