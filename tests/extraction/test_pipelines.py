"""The shipped pipelines: whole, small, licensed, and right about the things our rules cannot do without."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import claims.extraction
import claims.extraction.clusters  # noqa: F401  registers the component that the German and English pipelines need

LANGUAGES = Path(claims.extraction.__file__).parent / "languages"
CODES = ("de", "en", "fr")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    return {code: spacy.load(LANGUAGES / code / "pipeline") for code in CODES}


def read(nlp: Language, text: str) -> dict[str, str]:
    """Return "UPOS features" by word."""
    return {token.text: f"{token.pos_} {token.morph}" for token in nlp(text)}


def subjects(doc: Doc) -> set[tuple[str, str]]:
    return {(token.text, token.head.text) for token in doc if token.dep_.startswith("nsubj")}


@pytest.mark.parametrize("code", CODES)
def test_pipeline_stays_under_ten_megabytes(code: str) -> None:
    files = [path for path in (LANGUAGES / code / "pipeline").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 10_000_000


@pytest.mark.parametrize("code", CODES)
def test_pipeline_names_its_licences(code: str) -> None:
    licence = (LANGUAGES / code / "pipeline" / "LICENCE.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in licence
    assert "PUD" in licence
    assert ("MIT" in licence) == (code != "fr")


@pytest.mark.parametrize("code", CODES)
def test_pipeline_carries_no_words_of_the_treebanks(code: str) -> None:
    strings = json.loads(
        (LANGUAGES / code / "pipeline" / "vocab" / "strings.json").read_text(encoding="utf-8")
    )
    assert len(strings) < 3000
    assert all(name.isascii() for name in strings)


@pytest.mark.parametrize(("code", "upos", "uas"), [("de", 94, 85), ("en", 95, 85), ("fr", 96, 88)])
def test_pipeline_scores_at_least_its_floor(code: str, upos: float, uas: float) -> None:
    scores = json.loads((LANGUAGES / code / "pipeline" / "scores.json").read_text(encoding="utf-8"))["all"]
    assert scores["upos"] >= upos
    assert scores["uas"] >= uas


@pytest.mark.parametrize(
    ("code", "text", "verbs"),
    [
        ("de", "Die Ministerin erklärte am Montag, dass der Vertrag gilt.", {"erklärte", "gilt"}),
        ("de", "„Das stimmt nicht“, sagte der Sprecher.", {"stimmt", "sagte"}),
        ("en", "“The numbers are wrong,” said the mayor, who rejected the report.", {"said", "rejected"}),
        ("en", "The company denied that it had sold the data.", {"denied", "sold"}),
        (
            "fr",
            "« Les chiffres sont faux », affirme la maire, qui rejette le rapport.",
            {"affirme", "rejette"},
        ),
        ("fr", "Le groupe n’a pas confirmé que l’usine fermera.", {"confirmé", "fermera"}),
    ],
)
def test_pipeline_finds_the_verbs(
    pipelines: dict[str, Language], code: str, text: str, verbs: set[str]
) -> None:
    assert {
        word for word, reading in read(pipelines[code], text).items() if reading.startswith("VERB")
    } == verbs


def test_german_konjunktiv_is_subjunctive(pipelines: dict[str, Language]) -> None:
    words = read(
        pipelines["de"], "Der Konzern teilte mit, er sei nicht informiert, das Geld werde später gezahlt."
    )
    assert "Mood=Sub" in words["sei"]
    assert "Mood=Sub" in words["werde"]
    assert "Mood=Ind" in words["teilte"]


def test_french_press_conditional_is_conditional(pipelines: dict[str, Language]) -> None:
    words = read(pipelines["fr"], "La banque aurait vendu les données et serait menacée d’une amende.")
    assert "Mood=Cnd" in words["aurait"]
    assert "Mood=Cnd" in words["serait"]


def test_french_inverted_pronoun_is_the_subject(pipelines: dict[str, Language]) -> None:
    assert ("-il", "ajouté") in subjects(pipelines["fr"]("« Nous partons », a-t-il ajouté mardi."))


@pytest.mark.parametrize(
    ("code", "text", "pair"),
    [
        ("de", "Der Sprecher des Ministeriums bestätigte den Bericht.", ("Sprecher", "bestätigte")),
        ("en", "A spokesman for the ministry confirmed the report.", ("spokesman", "confirmed")),
        ("fr", "Un porte-parole du ministère a confirmé le rapport.", ("porte-parole", "confirmé")),
    ],
)
def test_parser_finds_the_subject(
    pipelines: dict[str, Language], code: str, text: str, pair: tuple[str, str]
) -> None:
    assert pair in subjects(pipelines[code](text))


@pytest.mark.parametrize("code", CODES)
def test_parser_keeps_the_sentences_it_is_given(pipelines: dict[str, Language], code: str) -> None:
    nlp = pipelines[code]
    doc = nlp.make_doc("Berlin. Paris, 12. Mai. Non ! No? Ja, gut.")
    for token in doc:
        token.is_sent_start = token.i in (0, 4)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [sentence.start for sentence in doc.sents] == [0, 4]


@pytest.mark.parametrize("code", CODES)
def test_pipeline_reads_an_empty_text(pipelines: dict[str, Language], code: str) -> None:
    assert len(pipelines[code]("")) == 0
