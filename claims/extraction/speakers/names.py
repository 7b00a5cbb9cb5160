"""Reads the names in a run of units: where they begin and end, how they are written, what they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.extraction.lexicon import Language
from claims.extraction.reading import Unit
from claims.extraction.records import Kind

JOINTS = frozenset({"de", "du", "von", "van", "bin", "al", "of", "for", "&"})
ALWAYS_JOIN = frozenset({"von", "van", "bin", "al", "&"})
PAPER_TIMES = frozenset({"sunday", "morning", "evening", "daily"})  # the Sunday Times
GERMAN_TAIL = re.compile(
    r"-(?:Konzerns?|Gruppe|Unternehmens?|Sprechers?|Sprecherin|Chefs?|Vorsitzenden?|Group)$"
)


def is_name(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether a name begins at ``at``."""
    unit = units[at]
    if not unit.text[:1].isupper():
        return False
    lower = unit.lower.strip(".")
    if language.has("topics", lower):
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if lower in PAPER_TIMES and after is not None and after.text[:1].isupper():
        return language.has("publication_names", after.lower) and not language.has("agencies", after.lower)
    if (
        language.has("time_words", lower)
        or language.has("name_titles", unit.lower)
        or language.has("pronouns", unit.lower)
        or language.code == "de"
        and TITLE_END.search(lower)
    ):
        return False
    if government(units, at, language):
        return True
    if unit.pos == "ADJ" and at and after is not None and after.pos == "PROPN" and after.text[:1].isupper():
        return at + 2 >= len(units) or units[at + 2].pos != "PROPN"  # Financial Times; not American Ann Lee
    if language.code == "de" and at and unit.pos in ("NOUN", "X") and _names_company(units[at - 1], language):
        return True  # der Konzern Bayer
    if language.code == "de" and at > 1 and _speaks_for_it(units, at, language):
        return True
    if language.code == "de" and _is_titled(units, at, language):
        return True
    shouted = unit.text.isupper() and len(unit.text) > 1 and unit.pos in ("NOUN", "X", "ADJ")
    return unit.pos == "PROPN" or shouted


# *Botschaftssprecher Liu*, *Außenministerin Sommer*: offices in one word with their place.
TITLE_END = re.compile(r".(?:sprecher|minister|präsident|kanzler|direktor|vorsitzende[rn]?|chef)(?:in|s)?$")


def _speaks_for_it(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*Ein Sprecher von Nordwerft*: a noun without an article that no list knows is the name of a body."""
    unit, role = units[at], units[at - 2]
    known = any(
        language.has(kind, unit.lower) for kind in ("bodies", "companies", "publications", "documents")
    )
    return (
        units[at - 1].lower in ("von", "bei")
        and language.has("speaking_roles", role.lower)
        and unit.pos in ("NOUN", "X")
        and unit.number != "Plur"
        and not known
    )


def _is_titled(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*Der Ingenieur Olaf Brandis*: two capitalised words behind somebody's profession are a name."""
    if at == 0 or at + 1 >= len(units) or not _is_plain(units[at]) or not _is_plain(units[at + 1]):
        return False
    title = units[at - 1]
    return title.pos == "NOUN" and title.number != "Plur" and is_profession(title.lower, language)


def _is_plain(unit: Unit) -> bool:
    return unit.kind == "word" and unit.text[:1].isupper() and unit.text.isalpha() and unit.pos in NAME_TAGS


NAME_TAGS = ("NOUN", "PROPN", "X")  # what the tagger calls German names


def is_profession(lower: str, language: Language) -> bool:
    """Whether a German noun is a person by what they do, or a compound that ends in one: *Brückenexperte*."""
    tails = (lower[start:] for start in range(max(1, len(lower) - 4)))
    return any(language.has("person_nouns", tail) for tail in tails)


def _names_company(unit: Unit, language: Language) -> bool:
    """*Konzern*, *Handelsriese*: the name of the company follows."""
    tail = unit.lower.split("-")[-1]
    return unit.kind == "word" and (language.has("companies", tail) or tail.endswith(("riese", "konzern")))


def government(units: Sequence[Unit], at: int, language: Language) -> int:
    """Number of units of a government's name at ``at``: 2 for *White House*, 0 for none."""
    if not units[at].text[:1].isupper():
        return 0
    for length in (3, 2, 1):
        if at + length <= len(units) and _joined(units[at : at + length]) in language.governments:
            return length
    return 0


def name_end(units: Sequence[Unit], at: int, language: Language) -> int:
    """Where the name that begins at ``at`` ends."""
    length = government(units, at, language)
    if length:
        return at + length
    end = at + 1
    if language.code == "de" and end < len(units) and _is_surname(units, at, language):
        end += 1
    while end < len(units):
        if _goes_on(units[end], language):
            end += 1
        elif _is_joint(units, at, end):
            end += 2
        else:
            break
    return end


def _is_surname(units: Sequence[Unit], at: int, language: Language) -> bool:
    """German *Ute Sommer*: what follows a first name without a genitive's ending is no noun of its own."""
    if _is_titled(units, at, language):
        return True
    first, second = units[at], units[at + 1]
    if first.pos != "PROPN" or not _is_plain(second) or second.pos != "NOUN" or second.number == "Plur":
        return False
    is_genitive = first.lower.endswith(("s", "x", "z", "ß"))
    behind_title = at > 0 and is_profession(units[at - 1].lower, language)
    return behind_title and not is_genitive


def _goes_on(unit: Unit, language: Language) -> bool:
    return (
        unit.kind == "word"
        and unit.text[:1].isupper()
        and unit.pos in ("PROPN", "NOUN", "ADJ", "X")
        and (unit.pos == "PROPN" or language.code != "de")
        and not language.has("time_words", unit.lower)
    )


def _is_joint(units: Sequence[Unit], at: int, end: int) -> bool:
    """A hyphen, an apostrophe or a small word between two parts of one name."""
    if end + 1 >= len(units):
        return False
    unit, after = units[end], units[end + 1]
    if unit.text in ("-", "'", "’", "."):
        return unit.end == after.start and after.text[:1].isupper()
    if unit.lower not in JOINTS or after.pos != "PROPN":
        return False
    return unit.lower in ALWAYS_JOIN or (
        unit.lower in ("de", "du") and units[at].pos == "PROPN" and units[at].lower not in ("le", "la")
    )


def written(units: Sequence[Unit], language: Language) -> str:
    """The name as the article writes it, without a genitive's ending."""
    text = re.sub(r"(?:['’]s|['’])$", "", _joined(units, lower=False))
    known = language.governments.get(text.lower().replace("’", "'"))
    return known or GERMAN_TAIL.sub("", text).strip()


# *GTG-1002*: what analysts call a band of strangers; nobody's company.
CODE = re.compile(r"[A-Z]{2,}-?\d+$")


def _is_group(units: Sequence[Unit], at: int) -> bool:
    """*die Gruppe GTG-1002*, *einer Bande namens Viper*: a group of people, which is nobody's company."""
    before = [unit.lower for unit in units[max(0, at - 2) : at]]
    nearest = before[-2] if before[-1] in ("namens", "um") and len(before) > 1 else before[-1]
    return nearest.endswith(("gruppe", "gruppierung", "bande", "miliz", "bewegung"))


def _joined(units: Sequence[Unit], lower: bool = True) -> str:
    """The units as one text, with blanks where the article has them: *start-up* stays one word."""
    text = ""
    for index, unit in enumerate(units):
        gap = " " if index and units[index - 1].end < unit.start else ""
        text += gap + unit.text
    return text.lower().replace("’", "'") if lower else text


@cache
def _publication_pattern(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names))})(?!\w)")


def kind_of(name: str, units: Sequence[Unit], at: int, end: int, language: Language) -> Kind:
    """What the name at ``[at, end)`` names, by its own words and the words beside it."""
    if name in language.governments.values() or language.has("countries", name.lower().replace("’", "'")):
        return "government"
    if CODE.match(name):
        return "group"
    near = {unit.lower for unit in [*units[max(0, at - 4) : at], *units[end : end + 5]]}
    near |= set(_joined(units[end : end + 7]).split())
    words = [word for word in name.split() if word[:1].isupper()]
    looks_personal = 2 <= len(words) <= 4 and not any(word.isupper() for word in words)
    printed = _publication_pattern(language.words["publication_names"]).search(name.lower())
    if printed and not (looks_personal and language.has("agencies", printed.group())):
        return "publication"  # Michael Bloomberg is none
    before = units[at - 1].lower if at else ""
    if language.has("name_titles", before) or language.code == "de" and TITLE_END.search(before):
        return "person"
    if language.code == "de" and at and _is_group(units, at):
        return "group"
    if any(language.has("bodies", word.lower()) for word in words):
        return "organisation"
    if looks_personal and near & language.words["speaking_roles"]:
        return "person"
    if units[at - 1].pos == "ADJ" if at else False:
        return (
            "person" if looks_personal else "unknown"
        )  # an American AI startup: AI is a part of the description
    if near & language.words["companies"]:
        return "organisation"
    if near & language.words["publications"]:
        return "publication"
    return "person" if looks_personal else "unknown"


def with_quoted_names(units: Sequence[Unit]) -> list[Unit]:
    """The units with names in quotation marks laid open: *Der „Hafenkurier“ schreibt* names a paper."""
    opened: list[Unit] = []
    for unit in units:
        words = [word for word in unit.inner if word.kind == "word"]
        is_title = (
            0 < len(words) <= 4 and not unit.has_verb and all(word.text[:1].isupper() for word in words)
        )
        if is_title:
            for word in words:
                word.pos = "PROPN"
        opened += words if is_title else [unit]
    return opened
