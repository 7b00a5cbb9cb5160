"""What the words of a source say about who it is: a role, a document, a kind of body."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.german_phrases import is_information
from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit
from claims.extraction.speakers.pronouns import is_pronoun

OF = frozenset({"of", "for", "from", "de", "d'", "du", "von", "vom", "für", "des", "der", "à", "in", "at"})
AUTHORS = frozenset({"authors", "auteurs", "autoren", "author", "auteur", "autor"})
OWNERS = frozenset({"son", "sa", "ses", "leur", "leurs", "its", "their", "his", "her"})
# Words for a publication's own text; other documents (a memo, a note) belong to whoever wrote them.
PRINTED = frozenset(
    {
        *("article", "story", "report", "artikel", "bericht", "rapport", "editorial", "éditorial"),
        *("zeitungsbericht", "medienbericht", "pressebericht"),
    }
)


def nouns(words: Sequence[Unit], language: Language) -> list[str]:
    """The words in lower case, with singular and uninflected forms beside the nouns."""
    found: list[str] = []
    for unit in words:
        found += forms(unit, language)
    return found


def forms(unit: Unit, language: Language) -> list[str]:
    """Ways to look up one word: *Unternehmens* -> *unternehmen*, *companies* stays."""
    lower = unit.lower
    found = [lower]
    if language.code == "de" and unit.pos in ("NOUN", "PROPN"):
        found += [lower.removesuffix(ending) for ending in ("es", "s", "en", "n")]
        found += _body_of_office(lower)
    elif unit.pos == "NOUN":
        found.append(lower.removesuffix("s"))
    if "-" in lower:
        found += lower.split("-")
    return found


OFFICES = (
    "sprecher",
    "sprecherin",
    "sprechers",
    "vertreter",
    "vertreterin",
    "chef",
    "chefin",
    "leitung",
    "führung",
)


def _body_of_office(lower: str) -> list[str]:
    """German *Konzernsprecher* -> *konzern*, *Firmenchefin* -> *firma*: for whom an office in one word speaks."""
    office = next((end for end in OFFICES if lower.endswith(end) and len(lower) > len(end) + 3), "")
    body = lower.removesuffix(office) if office else ""
    return [body, body.removesuffix("s"), body.removesuffix("en") + "a"] if body else []


def find(words: Sequence[Unit], kind: str, language: Language) -> int:
    """Index of the first word of a list of words.toml, or -1."""
    for index, unit in enumerate(words):
        if any(language.has(kind, form) for form in forms(unit, language)):
            return index
    return -1


def is_saying(words: Sequence[Unit], language: Language) -> bool:
    """German *der Appell*, *die Frage*: a saying and nobody who says it."""
    head = words[0].lower
    return (
        language.code == "de"
        and len(words) == 1
        and language.has("nominal_cues", head)
        and not language.has("documents", head)
    )


def is_document(words: Sequence[Unit], language: Language) -> bool:
    """*an article in …*, *die Studie*: a document leads the source."""
    return find(words[:4], "documents", language) >= 0


def is_printed(words: Sequence[Unit], language: Language) -> bool:
    """*the article*, *ses auteurs*: what speaks is a publication."""
    return any(form in PRINTED or form in AUTHORS for form in nouns(words[:4], language))


def is_owned(words: Sequence[Unit], language: Language) -> bool:
    """*son rapport*, *its report*: the document of whoever was speaking; *ses auteurs* are others."""
    own = words[0].lower in OWNERS or language.code == "de" and words[0].lower.startswith(("sein", "ihr"))
    return own and not any(form in AUTHORS for form in nouns(words[:4], language))


LOCATING = {
    "de": frozenset({"in", "aus", "nach"}),
    "en": frozenset({"in", "near"}),
    "fr": frozenset({"à", "en", "aux", "au"}),
}


def is_located(words: Sequence[Unit], at: int, language: Language) -> bool:
    """*in Paris*, *aux États-Unis*, *le géant de Lyon*: whether the name at ``at`` stands for a place."""
    before = words[at - 1].lower if at else ""
    if before in LOCATING[language.code]:
        return True
    if language.code != "fr" or at == 0:
        return False
    is_acronym = words[at].text.isupper()
    with_article = (
        before in ("le", "la", "les", "l'") and not is_acronym
    )  # la Chine; companies have no article
    return with_article or before == "de" and at > 1 and language.has("companies", words[at - 2].lower)


def is_own_role(words: Sequence[Unit], role: int, language: Language) -> bool:
    """*its spokesman*, *un de ses porte-parole*, *ihr Sprecher*: somebody of whoever was spoken of last."""
    before = words[max(0, role - 2) : role] if role > 0 else words[:0]
    return any(
        unit.lower in OWNERS or language.code == "de" and unit.lower.startswith(("sein", "ihr"))
        for unit in before
    )


def is_speechless(words: Sequence[Unit], language: Language) -> bool:
    """*this position*, *les informations*: the first noun is a thing or a topic."""
    head = next((unit for unit in words if unit.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return False
    return language.has("topics", head.lower) or head.pos == "NOUN" and language.has("speechless", head.lower)


def speaks_for(words: Sequence[Unit], role: int, name_at: int) -> bool:
    """Whether the name is that of the body (*a spokesman for Liu*), not of the speaker."""
    before = words[name_at - 1].lower if name_at else ""
    return before in OF and 0 <= role < name_at


def behind_information(words: Sequence[Unit], language: Language) -> Sequence[Unit]:
    """Who informs: *der Firma* of *Angaben der Firma*, *Weber* of *Meinung von Weber*; all words where nobody is named."""
    if language.code != "de":
        return words
    at = next((i for i, unit in enumerate(words[:4]) if unit.pos in ("NOUN", "PROPN")), -1)
    if at < 0 or not is_information(words[at], language):
        return words
    rest = words[at + 1 :]
    if rest and rest[0].lower in ("von", "vom", "aus"):
        rest = rest[1:]
    elif not rest or rest[0].lower not in GENITIVE and rest[0].pos != "PROPN":
        return words
    return rest or words


GENITIVE = frozenset(
    {"der", "des", "eines", "einer", "dieser", "dieses", "mehrerer", "zweier", "seines", "seiner", "ihrer"}
)


def with_adjectives(words: Sequence[Unit], at: int) -> list[Unit]:
    """A body with its adjectives: *ambassade chinoise* of *l'ambassade chinoise à Washington*."""
    start = at
    while start > 0 and words[start - 1].pos == "ADJ":
        start -= 1
    end = at + 1
    while end < len(words) and words[end].pos in ("ADJ", "NOUN", "PROPN"):
        end += 1
    return list(words[start:end])


def own_words(words: Sequence[Unit], language: Language) -> list[Unit]:
    """The words that describe somebody without a name: no article, nothing behind a comma's relative clause."""
    kept = [
        unit
        for unit in words
        if unit.kind == "word"
        and not (unit.pos == "DET" or language.has("determiners", unit.lower) or is_pronoun(unit, language))
    ]
    return kept[:8]


def nominative(words: Sequence[Unit], kept: Sequence[Unit], name: str, language: Language) -> str:
    """German *des Außenministeriums* -> *Außenministerium*, so that it is the same speaker as in other cases."""
    leader = words[0].lower if words else ""
    if language.code != "de" or leader not in ("des", "eines") or len(kept) != 1 or len(name) < 5:
        return name
    if name.endswith(("tes", "des", "kes", "ses")):
        return name[:-2]
    return name.removesuffix("s")
