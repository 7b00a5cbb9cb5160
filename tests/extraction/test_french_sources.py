"""French: who says it, where the subject is more than a name before its verb."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def source_of(text: str, cue: str) -> str:
    """The source of the attribution with that cue, pieces joined by " … "."""
    found = [
        " … ".join(text[start:end] for start, end in one.source)
        for one in extract(text, language="fr")
        if " … ".join(text[start:end] for start, end in one.cue) == cue
    ]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Celle-ci a déclaré que le pont tiendra.", "a déclaré", "Celle-ci"),
        ("Douze d'entre elles affirment que le pont tiendra.", "affirment", "Douze d'entre elles"),
        (
            "Le maire ainsi que son adjoint affirment que le pont tiendra.",
            "affirment",
            "Le maire ainsi que son adjoint",
        ),
        (
            "Les personnes interrogées affirment que le pont tiendra.",
            "affirment",
            "Les personnes interrogées",
        ),
        (
            "Hier, 60 % des habitants interrogés affirment vouloir un pont.",
            "affirment",
            "60 % des habitants interrogés",
        ),
        ("Après le port et la gare, nous évoquons les défauts du pont.", "évoquons", "nous"),
        (
            "Hier, Jean Rey, alias Jo, a annoncé aux élus que le pont tiendra.",
            "a annoncé",
            "Jean Rey, alias Jo",
        ),
        (
            "La ministre de la culture et de la ville, Mme Rey a, pour sa part, évoqué un accident.",
            "a … évoqué",
            "La ministre de la culture et de la ville, Mme Rey",
        ),
        (
            "Le maire qui, il y a quelques mois, hésitait encore, indique que le pont tiendra.",
            "indique",
            "Le maire",
        ),
    ],
)
def test_the_whole_subject_is_the_source(text, cue, source):
    assert source_of(text, cue) == source


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "Le texte répond à la demande des syndicats qui exigent que le pont ferme.",
            "exigent",
            "syndicats",
        ),
        (
            "Il mettra fin au litige avec Nordline, qui exige que la ville rembourse les travaux.",
            "exige",
            "Nordline",
        ),
        (
            "Le conseiller à la sécurité, qui affirme que tout va bien, part.",
            "affirme",
            "Le conseiller à la sécurité",
        ),
        (
            "Une plainte déposée par le ministère du travail, qui rappelle que le pont est vieux.",
            "rappelle",
            "le ministère du travail",
        ),
    ],
)
def test_qui_stands_for_the_noun_that_can_speak(text, cue, source):
    assert source_of(text, cue) == source


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "En annonçant la fin des travaux, M. Rey, maire de Lorne, s’est réjoui.",
            "annonçant",
            "M. Rey, maire de Lorne",
        ),
        ("C’est le maire qui l’admet, en assurant que le pont tiendra.", "assurant", "le maire"),
        (
            "« Le pont tient », commente, prudent, Fernand Rey.",
            "commente",
            "Fernand Rey",
        ),
        ("« Le pont tient », note sobrement le Cercle des marins.", "note", "le Cercle des marins"),
        (
            "Le pont, comme le fait remarquer Louis Rey, est vieux.",
            "fait remarquer",
            "Louis Rey",
        ),
        (
            "Le pont, comme l’affirmait Louis Rey, le patron du chantier, est vieux.",
            "affirmait",
            "Louis Rey, le patron du chantier",
        ),
        ("« Les plans existent, affirme-t-on à la mairie, et ils servent. »", "affirme", "on"),
        ("Raisons avancées par la préfecture : « le pont est vieux et rouillé ».", "", "la préfecture"),
    ],
)
def test_the_source_is_found_away_from_its_verb(text, cue, source):
    assert source_of(text, cue) == source


def test_an_opening_gerund_tells_up_to_the_main_clause():
    text = "Évoquant l’état du pont, le maire, Jean Rey, s’est réjoui."
    (content,) = (one.content for one in extract(text, language="fr") if one.source)
    assert [text[start:end] for start, end in content] == ["l’état du pont"]


def test_a_circumstance_ahead_of_the_teller_is_told_with_what_follows():
    text = "« Contrairement à ce qui se dit ici, explique Léa Rey, le pont tiendra. »"
    found = extract(text, language="fr")
    assert [text[start:end] for start, end in found[0].content] == [
        "Contrairement à ce qui se dit ici",
        "le pont tiendra",
    ]


def test_a_poll_speaks_for_its_shares():
    text = "81 % des habitants se disent contre le pont, selon un sondage de Nordline."
    assert source_of(text, "selon") == "un sondage de Nordline"
