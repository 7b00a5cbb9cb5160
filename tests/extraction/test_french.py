"""French: the shapes of speech that news uses."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def told(text: str) -> list[tuple[str, ...]]:
    """Content, cue and source of each attribution, pieces joined by " … "."""
    return [
        tuple(
            " … ".join(text[start:end] for start, end in spans)
            for spans in (one.content, one.cue, one.source)
        )
        for one in extract(text, language="fr")
    ]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Le maire affirme que le pont est sûr.", "le pont est sûr", "affirme", "Le maire"),
        ("« Le pont est sûr », a déclaré le maire.", "Le pont est sûr", "a déclaré", "le maire"),
        (
            "Le pont est sûr, a indiqué vendredi la préfecture.",
            "Le pont est sûr",
            "a indiqué",
            "la préfecture",
        ),
        ("Selon la préfecture, le pont est sûr.", "le pont est sûr", "Selon", "la préfecture"),
        ("D’après le maire, le pont est sûr.", "le pont est sûr", "D’après", "le maire"),
        (
            "Le pont serait sûr, selon un rapport publié lundi.",
            "Le pont serait sûr",
            "selon",
            "un rapport publié lundi",
        ),
        ("La ville dément un article du journal local.", "un article du journal local", "dément", "La ville"),
        ("Le maire dit avoir prévenu les riverains.", "avoir prévenu les riverains", "dit", "Le maire"),
        ("Le pont, a-t-il ajouté, tiendra dix ans.", "Le pont … tiendra dix ans", "a-t-il ajouté", "il"),
        ("Le maire a, pour sa part, évoqué un accident.", "un accident", "a … évoqué", "Le maire"),
        (
            "« Les plans existent, explique le maire, et ils servent. »",
            "Les plans existent … et ils servent",
            "explique",
            "le maire",
        ),
        (
            "Pour le syndicat des marins, le pont est un danger.",
            "le pont est un danger",
            "Pour",
            "le syndicat des marins",
        ),
        (
            "La position selon laquelle le pont tiendra est contestée.",
            "le pont tiendra",
            "position",
            "",
        ),
    ],
)
def test_shape_is_read(text, content, cue, source):
    found = told(text)
    assert (content, cue, source) in [(c, u, s.rstrip(",")) for c, u, s in found]


def test_two_clauses_of_one_verb_are_two_sayings():
    found = told("Le maire a dit que le pont était sûr et que les travaux commençaient lundi.")
    assert [content for content, _, _ in found] == ["le pont était sûr", "les travaux commençaient lundi"]


def test_accusation_inside_a_denial_is_nested():
    found = extract("La ville dément un article l’accusant de cacher des fissures.", language="fr")
    assert [(one.stance, one.nested) for one in found] == [("denies", False), ("asserts", True)]


def test_quotation_after_an_indirect_statement_continues_it():
    found = extract(
        "Le maire a assuré que rien ne presse : « Nous avons le temps de tout vérifier. »", language="fr"
    )
    assert [(one.type, one.continuation) for one in found] == [("indirect", False), ("direct", True)]


def test_first_person_source_is_nobody():
    assert told("Selon moi, le pont est sûr.") == []
