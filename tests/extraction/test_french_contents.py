"""French: where what is told begins and ends, and what tells nothing."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def contents(text: str) -> list[str]:
    """The content of each attribution, pieces joined by " … "."""
    return [" … ".join(text[start:end] for start, end in one.content) for one in extract(text, language="fr")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("La Chine, qui a dit que le pont tiendra, a quitté la salle.", "le pont tiendra"),
        ("Mais, ajoute M. Rey, il faut attendre.", "il faut attendre"),
        (
            "Le patronat a indiqué, dans sa dernière note que les ventes avaient chuté.",
            "les ventes avaient chuté",
        ),
        (
            "La FSU a estimé que « la porte restait ouverte » à un accord, mais elle maintient sa grève.",
            "« la porte restait ouverte » à un accord",
        ),
        ("Le groupe s’engage à « ouvrir ses livres » à son public.", "« ouvrir ses livres » à son public"),
        (
            "M. Rey a rappelé la décision « rapide, claire et ferme » prise lundi.",
            "la décision « rapide, claire et ferme » prise lundi",
        ),
        ("Le président note avec amertume que les ventes chutent.", "les ventes chutent"),
        (
            "L’ONG a demandé au Conseil d’adopter un texte, bien que la Russie refuse.",
            "adopter un texte",
        ),
        (
            "Le maire a salué la création du musée y voyant une chance.",
            "la création du musée",
        ),
        ("L’argument avancé est que le pont tiendra dix ans.", "le pont tiendra dix ans"),
        ("La police n’a pas donné de détails sur les arrestations.", "les arrestations"),
        (
            "Contrairement aux discours, appuie-t-il, le pont est vieux.",
            "Contrairement aux discours … le pont est vieux",
        ),
        (
            "Selon lui, « on ne peut pas fermer le pont ».Pour le syndicat, il le faut.",
            "on ne peut pas fermer le pont",
        ),
        (
            "Les banquiers qui demandent à l’État une aide sont déçus.",
            "une aide",
        ),
        (
            "Au moment où le maire réclame une aide, les taxes baissent.",
            "une aide",
        ),
        (
            "La loi exige que le pont soit accessible et prévoit des délais.",
            "le pont soit accessible",
        ),
        (
            "Il est prévu, selon la mairie, que le pont ferme lundi.",
            "Il est prévu … que le pont ferme lundi",
        ),
        (
            "Il est clair que le pont est vieux, comme le note la mairie, et dangereux.",
            "le pont est vieux … et dangereux",
        ),
    ],
)
def test_it_ends_where_the_report_goes_on(text, content):
    assert contents(text)[0] == content


@pytest.mark.parametrize(
    "text",
    [
        "La ministre est partie sans pouvoir dire « mission terminée à Lorne ».",
        "Nordline accuse une baisse de 3 % de ses ventes.",
        "Il convient de noter que le pont est vieux.",
        "Il faut dire que le pont est vieux.",
        "Elle a reçu des indications précises : dix plans et quatre cartes.",
    ],
)
def test_what_nobody_says_is_left_out(text):
    assert contents(text) == []


def test_a_paper_inside_a_told_clause_tells_that_clause_only():
    text = "Le maire affirme que, selon la police, le pont tiendra."
    assert contents(text) == ["selon la police, le pont tiendra", "le pont tiendra"]


def test_a_remark_belongs_to_the_sentence_before_it():
    text = "Les serveurs parlent à voix basse. C’est la remarque de Léa Rey."
    found = extract(text, language="fr")
    assert [(one.rule, text[slice(*one.source[0])]) for one in found] == [("back-reference", "Léa Rey")]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Les habitants craignent la hausse des taxes annoncée lundi par le maire.",
            "la hausse des taxes",
            "le maire",
        ),
        (
            "L’annonce par Jean Rey d’une hausse des taxes a surpris.",
            "une hausse des taxes",
            "Jean Rey",
        ),
    ],
)
def test_what_is_announced_inside_a_phrase_is_told(text, content, source):
    found = [one for one in extract(text, language="fr") if one.rule == "nominal"]
    assert [(text[slice(*one.content[0])], text[slice(*one.source[0])]) for one in found] == [
        (content, source)
    ]


def test_a_report_that_is_quoted_by_a_paper_is_not_announced():
    assert contents("Le rapport cité par le journal est long.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le maire exige une fiction, c’est en",
        "« Les outils existent, affirme-t-»on, et ils servent. »",
    ],
)
def test_a_broken_text_gives_whole_spans_or_none(text):
    for one in extract(text, language="fr"):
        assert all(start < end for start, end in (*one.content, *one.cue, *one.source))
