"""French: whom a title, a body or a description means, and nouns that name nobody."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def speakers(text: str) -> list[str]:
    """The slug of each speaker, empty where nobody is told."""
    return [one.speaker.slug if one.speaker else "" for one in extract(text, language="fr")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire de New York, Michael Rey, affirme que le pont tiendra.", ["michael-rey"]),
        (
            "La médaillée des jeux de Beyrouth affirme que le pont tiendra.",
            ["medaillee-jeux-beyrouth"],
        ),
        (
            "Le premier ministre Paul Durand part. Le premier ministre affirme que le pont tiendra.",
            ["paul-durand"],
        ),
        (
            "Jean Rey, maire de Lorne, est venu. Le maire affirme que le pont tiendra.",
            ["jean-rey"],
        ),
        (
            "Le géant chinois du commerce en ligne Nordline affirme que le pont tiendra.",
            ["nordline"],
        ),
        (
            "Rivers Watch a réagi hier. L’ONG affirme que le pont est un danger.",
            ["rivers-watch"],
        ),
    ],
)
def test_a_description_means_whom_the_article_named(text, expected):
    assert speakers(text) == expected


def test_information_that_nobody_owns_has_no_speaker():
    assert speakers("Des informations liées à l’IA indiquent que le pont tiendra.") == [""]


def test_a_thing_that_brings_to_mind_tells_nothing():
    assert speakers("Cette position rappelle les tensions autour du pont.") == []


def test_a_body_with_an_abstract_name_speaks():
    assert speakers("La direction confirme la fermeture du pont.") == ["direction"]
