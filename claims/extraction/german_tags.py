"""Mends what a tagger trained on 50,000 words gets wrong in German, where the written form leaves no doubt.

*beizutreten* read as a finite verb, *Will* as a verb inside a name, or *bekannt* before *gab* as a verb would hide a clause
or a cue from every rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # reading calls this module, so that it cannot be imported from here
    from claims.extraction.reading import Unit

# Particle, zu and verb in one word; *hinzufügen* and *dazugehören* have the zu in their particle.
ZU_INFINITIVE = re.compile(
    r"(?:ab|an|auf|aus|bei|da|dar|durch|ein|empor|entgegen|fern|fest|fort|frei|heim|her|heran|heraus|herbei|herein|hervor|hin"
    r"|hinaus|hinein|hinter|hinweg|klar|kennen|los|mit|nach|nieder|preis|rück|sicher|statt|still|teil|um|unter|vor|voran|voraus"
    r"|vorbei|vorher|wahr|weg|weiter|wett|wieder|zu|zurecht|zurück|zusammen|zuvor)zu[a-zäöüß]{2,}n"
)
# Words of a verb phrase that the tagger likes to read as finite verbs.
PARTICLES = frozenset({"bekannt", "deutlich", "geltend", "klar", "fest", "zurück"})


# Konjunktiv I of stems in -t, which look like a weak past tense (*warte*, but *sagte*).
IN_TE = frozenset(
    [
        "achte",
        "antworte",
        "arbeite",
        "beachte",
        "beantworte",
        "bearbeite",
        "bedeute",
        "befürchte",
        "begleite",
        "begutachte",
        "beinhalte",
        "belaste",
        "beobachte",
        "berate",
        "bereite",
        "berichte",
        "bestreite",
        "betrachte",
        "betrete",
        "biete",
        "bitte",
        "deute",
        "enthalte",
        "entlaste",
        "erarbeite",
        "erhalte",
        "errate",
        "errichte",
        "erstatte",
        "erwarte",
        "fürchte",
        "gelte",
        "gestalte",
        "gestatte",
        "hafte",
        "halte",
        "heirate",
        "koste",
        "laste",
        "laute",
        "leiste",
        "leite",
        "miete",
        "rate",
        "rechte",
        "reite",
        "richte",
        "schalte",
        "schreite",
        "spalte",
        "starte",
        "streite",
        "teste",
        "trete",
        "unterhalte",
        "unterrichte",
        "veranstalte",
        "verarbeite",
        "verbiete",
        "verbreite",
        "verhafte",
        "verhalte",
        "vermiete",
        "vermute",
        "vernichte",
        "verrate",
        "verspäte",
        "vertrete",
        "verwalte",
        "verzichte",
        "walte",
        "warte",
        "werte",
    ]
)


def mend_tags(units: Sequence[Unit]) -> None:
    """Correct the tags of a sentence's words in place."""
    _trust_capitals(units)
    _see_konjunktiv(units)
    for unit in units:
        if unit.kind == "punctuation" and sum(map(str.isalnum, unit.text)) > 1:
            unit.kind, unit.pos = "word", "PROPN"  # beispiel.de
        if unit.pos in ("ADJ", "ADV", "X") and len(unit.text) > 1 and unit.text.isupper():
            unit.pos = "PROPN"  # EADS
        if unit.pos not in ("VERB", "ADJ", "ADV", "X", "AUX", "NOUN"):
            continue
        if unit.lower in PARTICLES and unit.pos == "VERB":
            unit.pos, unit.mood, unit.form = "ADJ", "", ""
        elif unit.text.islower() and ZU_INFINITIVE.fullmatch(unit.lower):
            unit.pos, unit.mood, unit.form = "VERB", "", "Inf"


def _see_konjunktiv(units: Sequence[Unit]) -> None:
    """*sagte, es regne*: behind a pronoun in the nominative a word in *-e* that no noun follows is no adjective.

    A verb in *-e* without *ich* is Konjunktiv I whatever mood the tagger gives it (*er warte*), but for past tenses.
    """
    for index in range(1, len(units)):
        unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
        if unit.mood == "Ind" and _is_konjunktiv(unit) and not _beside_ich(units, index):
            unit.mood = "Sub"
        if (
            unit.pos == "ADJ"
            and unit.text.islower()
            and unit.lower.endswith("e")
            and units[index - 1].lower in ("er", "es", "man")
            and (after is None or after.pos not in ("NOUN", "PROPN", "ADJ"))
        ):
            unit.pos, unit.mood, unit.form = "VERB", "Sub", "Fin"


def _is_konjunktiv(unit: Unit) -> bool:
    lower = unit.lower
    return (
        lower.endswith("e")
        and unit.text[0].islower()
        and lower not in ("wurde", "siehe")
        and (lower in IN_TE or not lower.endswith("te"))
    )


def _beside_ich(units: Sequence[Unit], index: int) -> bool:
    return any(unit.lower == "ich" for unit in units[max(0, index - 4) : index + 3])


def _trust_capitals(units: Sequence[Unit]) -> None:
    """A capital inside the sentence makes a name or a noun of what the tagger took for a finite verb (*Will*)."""
    for before, unit in zip(units, units[1:], strict=False):
        if unit.pos in ("VERB", "AUX") and unit.text[0].isupper() and before.kind == "word":
            unit.pos, unit.mood, unit.form = "PROPN" if unit.mood else "NOUN", "", ""
        elif unit.pos == "DET" and unit.text[0].isupper() and before.pos in ("NOUN", "PROPN", "DET", "ADP"):
            unit.pos = "PROPN"  # das Magazin Der Spiegel
        elif unit.pos in ("VERB", "AUX") and unit.text[0].isupper() and before.text == "," and unit.mood:
            unit.pos, unit.mood, unit.form = "PROPN", "", ""
