"""The forms of a cue verb, generated from its dictionary form and its irregular parts.

A tagger trained on a small treebank misses forms such as *dément* or *schränkte*; a form that was
generated from the lexicon cannot be missed. Each language gives ``forms(lemma, parts)``, a mapping
from a written form in lower case to the ways in which it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

Reading = Literal["finite", "subjunctive", "participle", "gerund", "infinitive"]
Forms = dict[str, set[Reading]]

VOWELS = "aeiouyäöü"


def _add(forms: Forms, reading: Reading, written: Iterable[str]) -> None:
    for form in written:
        forms.setdefault(form, set()).add(reading)


# One short syllable doubles its last letter: plan, planned, planning.
DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def english(lemma: str, parts: list[str]) -> Forms:
    """Forms of an English verb; ``parts`` is [past, participle] or empty when regular."""
    stem, forms = lemma, Forms()
    if DOUBLING.fullmatch(lemma):
        past, gerund = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    elif lemma.endswith("e"):
        past, gerund = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, gerund = lemma + "ed", lemma + "ing"
    if parts:
        past, participle = parts[0], parts[-1]
        if participle.endswith("ed") and len(participle) > 4 and participle[-3] == participle[-4]:
            gerund = participle[:-2] + "ing"
    else:
        participle = past
    third = lemma + "s"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        third = lemma[:-1] + "ies"
    if lemma in ("begin", "forecast"):
        gerund = {"begin": "beginning"}.get(lemma, gerund)
    _add(forms, "finite", [stem, third, past])
    _add(forms, "participle", [participle])
    _add(forms, "gerund", [gerund])
    _add(forms, "infinitive", [lemma])
    return forms


INSEPARABLE = ("be", "er", "ver", "ent", "zer", "miss", "ge", "emp", "wider", "über", "unter", "hinter")


def german(lemma: str, parts: list[str], particle: str = "") -> Forms:
    """Forms of a German verb without its particle; ``parts`` is [3rd person, past, participle] or empty."""
    forms = Forms()
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    link = "e" if stem.endswith(("d", "t", "chn", "fn", "gn", "dn")) else ""
    if parts:
        third, past, participle = parts
        plural = past + "n" if past.endswith("e") else past + "en"
        umlauted = (
            past.replace("a", "ä").replace("o", "ö").replace("u", "ü") if not past.endswith("te") else past
        )
        conditional = umlauted if umlauted.endswith("e") else umlauted + "e"
        weak_past = [past, plural]
        _add(forms, "subjunctive", [conditional, conditional + "n"])
    else:
        third, past = stem + link + "t", stem + link + "te"
        weak_past = [past, past + "n"]
        bare = lemma.endswith("ieren") or lemma.startswith(INSEPARABLE) and lemma not in ("gestehen",)
        participle = stem + link + "t" if bare else "ge" + stem + link + "t"
        if lemma in (
            "unterstellen",
            "wiederholen",
            "widerlegen",
            "überlegen",
            "offenbaren",
            "prophezeien",
            "verlautbaren",
            "schlussfolgern",
            "beanspruchen",
            "beanstanden",
        ):
            participle = {"schlussfolgern": "geschlussfolgert"}.get(lemma, stem + link + "t")
    _add(forms, "finite", [third, lemma, *weak_past, stem + "e"])
    _add(forms, "subjunctive", [stem + "e"])
    if lemma == "sein":
        _add(forms, "finite", ["sind", "sei", "seien"])
    _add(forms, "participle", [participle])
    _add(forms, "infinitive", [lemma])
    _add(forms, "gerund", [lemma + "d"])
    if particle:
        _add(forms, "participle", [particle + participle])
        _add(forms, "finite", [particle + form for form in (third, lemma, *weak_past, stem + "e")])
        _add(forms, "infinitive", [particle + lemma, particle + "zu" + lemma])
        _add(forms, "gerund", [particle + lemma + "d"])
    return forms


def _agree(participle: str) -> list[str]:
    if participle.endswith("s"):
        return [participle, participle + "e", participle + "es"]
    return [participle, participle + "e", participle + "s", participle + "es"]


def _french_er(lemma: str) -> tuple[list[str], str, str]:
    stem = lemma[:-2]
    soft = {"c": "ç", "g": "ge"}.get(stem[-1], stem[-1])
    before_a = stem[:-1] + soft if stem[-1] in "cg" else stem
    mute = stem
    if lemma.endswith(("eler",)) and lemma.startswith(("appel", "rappel")):
        mute = stem + "l"
    elif stem.endswith(("oy", "uy", "ay")):
        mute = stem[:-1] + "i"  # appuie
    elif len(stem) > 2 and stem[-2] in "éeè" and stem[-1] not in VOWELS:
        mute = stem[:-2] + "è" + stem[-1]
    elif stem.endswith(("érer", "é")):
        mute = stem
    future = (mute if stem[-2] == "e" or stem[-1] == "y" else stem) + "er"
    present = [
        mute + "e",
        mute + "es",
        mute + "ent",
        (before_a if stem[-1] in "cg" else stem) + "ons",
        stem + "ez",
    ]
    past = [before_a + "ait", before_a + "aient", before_a + "a", stem + "èrent", before_a + "ai"]
    return [*present, *past], stem + "é", future


def _french_by_stems(lemma: str) -> tuple[list[str], str, str, str]:
    """Finite forms, participle, future stem and gerund stem of the verbs that are not of the first group."""
    table: list[tuple[str, str, str, str, str, str]] = [
        # ending, singular present, plural stem, simple past, participle, future stem
        ("faire", "fait", "fais", "fit", "fait", "fer"),
        ("redire", "redit", "redis", "redit", "redit", "redir"),
        ("contredire", "contredit", "contredis", "contredit", "contredit", "contredir"),
        ("prédire", "prédit", "prédis", "prédit", "prédit", "prédir"),
        ("dire", "dit", "dis", "dit", "dit", "dir"),
        ("crire", "crit", "criv", "crivit", "crit", "crir"),
        ("mettre", "met", "mett", "mit", "mis", "mettr"),
        ("prendre", "prend", "pren", "prit", "pris", "prendr"),
        ("rendre", "rend", "rend", "rendit", "rendu", "rendr"),
        ("tendre", "tend", "tend", "tendit", "tendu", "tendr"),
        ("fendre", "fend", "fend", "fendit", "fendu", "fendr"),
        ("pondre", "pond", "pond", "pondit", "pondu", "pondr"),
        ("joindre", "joint", "joign", "joignit", "joint", "joindr"),
        ("peindre", "peint", "peign", "peignit", "peint", "peindr"),
        ("craindre", "craint", "craign", "craignit", "craint", "craindr"),
        ("plaindre", "plaint", "plaign", "plaignit", "plaint", "plaindr"),
        ("conclure", "conclut", "conclu", "conclut", "conclu", "conclur"),
        ("connaître", "connaît", "connaiss", "connut", "connu", "connaîtr"),
        ("suivre", "suit", "suiv", "suivit", "suivi", "suivr"),
        ("duire", "duit", "duis", "duisit", "duit", "duir"),
        ("croire", "croit", "croi", "crut", "cru", "croir"),
        ("prévoir", "prévoit", "prévoi", "prévit", "prévu", "prévoir"),
        ("savoir", "sait", "sav", "sut", "su", "saur"),
        ("vouloir", "veut", "voul", "voulut", "voulu", "voudr"),
        ("voir", "voit", "voi", "vit", "vu", "verr"),
        ("tenir", "tient", "ten", "tint", "tenu", "tiendr"),
        ("venir", "vient", "ven", "vint", "venu", "viendr"),
        ("mentir", "ment", "ment", "mentit", "menti", "mentir"),
        ("ir", "it", "iss", "it", "i", "ir"),
    ]
    for ending, singular, plural, past, participle, future in table:
        if lemma.endswith(ending):
            base = lemma[: -len(ending)]
            stem = base + plural
            third_plural = {
                "faire": base + "font",
                "vouloir": "veulent",
                "prendre": base + "prennent",
                "tenir": base + "tiennent",
                "venir": base + "viennent",
            }.get(ending, stem + "ent")
            imperfect = {"croi": "croy", "voi": "voy", "prévoi": "prévoy"}.get(plural, plural)
            simple_plural = (
                base + past[:-1] + "rent" if ending not in ("tenir", "venir") else base + past[:-1] + "rent"
            )
            finite = [
                base + singular,
                third_plural,
                base + imperfect + "ait",
                base + imperfect + "aient",
                base + past,
                simple_plural,
                base + singular[:-1] + "s",
                base + imperfect + "ons",
            ]
            return finite, base + participle, base + future, base + imperfect
    raise ValueError(f"{lemma}: no conjugation pattern; add one to inflection.py")


def french(lemma: str, parts: list[str]) -> Forms:
    """Forms of a French verb; the pattern follows from its ending."""
    del parts
    forms = Forms()
    if lemma.endswith("er"):
        finite, participle, future = _french_er(lemma)
        gerund = finite[5][:-3] + "ant"
    else:
        finite, participle, future, stem = _french_by_stems(lemma)
        gerund = stem + "ant"
    _add(forms, "finite", finite)
    _add(forms, "finite", [future + ending for ending in ("a", "ont", "ai", "ons", "ez")])
    _add(forms, "subjunctive", [future + ending for ending in ("ait", "aient")])
    _add(forms, "participle", _agree(participle))
    _add(forms, "gerund", [gerund])
    _add(forms, "infinitive", [lemma])
    for written, readings in list(forms.items()):  # the spelling of 1990: reconnait, conclut
        if "î" in written:
            forms.setdefault(written.replace("î", "i"), set()).update(readings)
        if written[0] == "é":  # capitals often go without their accent: Evoquant
            forms.setdefault("e" + written[1:], set()).update(readings)
    return forms


INFLECT: dict[str, Callable[[str, list[str]], Forms]] = {"en": english, "fr": french}
