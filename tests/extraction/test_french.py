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
        (
            "Le port s'est engagé à payer les dégâts.",
            "payer les dégâts",
            "s'est engagé",
            "Le port",
        ),
        (
            "Le port, filiale de Nordline, spécialisée dans le fret, a indiqué mardi matin qu'il paierait.",
            "il paierait",
            "a indiqué",
            "Le port, filiale de Nordline, spécialisée dans le fret",
        ),
        (
            "Le maire a confirmé, lundi 3 mai, la fermeture du pont que la ville avait vendu.",
            "la fermeture du pont que la ville avait vendu",
            "a confirmé",
            "Le maire",
        ),
        (
            "Le maire a confirmé que le pont tanguait, mais a refusé de fermer la route.",
            "le pont tanguait",
            "a confirmé",
            "Le maire",
        ),
        (
            "Le pont est vieux, dit-on, de trois siècles au moins.",
            "Le pont est vieux … de trois siècles au moins",
            "dit",
            "on",
        ),
        (
            "La ville continue de nier que le pont tangue.",
            "le pont tangue",
            "continue de nier",
            "La ville",
        ),
        (
            "La menace du syndicat de bloquer le port a surpris la ville.",
            "bloquer le port",
            "menace",
            "syndicat",
        ),
        (
            "Un porte-parole de Nordline auprès de l'AFP a dit que le port rouvrira.",
            "le port rouvrira",
            "a dit",
            "Un porte-parole de Nordline",
        ),
        (
            "« Tout est prêt », remarque avec amertume Mme Rey.",
            "Tout est prêt",
            "remarque",
            "Mme Rey",
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


def test_words_of_the_writer_tell_nothing():
    assert told("Rappelons que le pont est vieux.") == []
    assert told("Les péages ne rapporteront que trois millions.") == []


def test_apposition_that_lays_a_charge_is_a_claim_of_its_own():
    found = told("Nordline a dit avoir subi une attaque, opération attribuée à un groupe rival.")
    assert [content for content, _, _ in found] == [
        "avoir subi une attaque",
        "opération attribuée à un groupe rival",
    ]


def test_credit_for_a_wording_owns_no_sentence():
    found = told("Le maire a dénoncé une « manœuvre de basse politique » selon les mots du Courrier.")
    assert found == [("une « manœuvre de basse politique »", "a dénoncé", "Le maire")]


def test_report_inside_a_quotation_is_nested():
    found = extract("« Le maire nous a affirmé que le pont tiendrait », a dit Mme Rey.", language="fr")
    assert [(one.rule, one.nested) for one in found] == [("quotation-left", False), ("complementizer", True)]


def test_body_printed_twice_is_read_once():
    body = "Le maire affirme que le pont de la vieille ville est sûr et qu'il le restera longtemps.\n"
    assert len(told(body + body)) == len(told(body))
