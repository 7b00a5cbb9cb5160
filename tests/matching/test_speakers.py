"""Who is who across articles and languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.records import Kind, Speaker
from claims.matching.speakers import directory


def speaker(name: str, kind: Kind = "unknown") -> Speaker:
    return Speaker(name.casefold().replace(" ", "-"), name, kind)


@pytest.mark.parametrize(
    "mentions",
    [
        [("White House", "en"), ("Maison-Blanche", "fr"), ("das Weiße Haus", "de"), ("Washington", "fr")],
        [("Financial Times", "en"), ("FT", "fr"), ("l'article du FT", "fr"), ("der Financial Times", "de")],
        [("Pékin", "fr"), ("Beijing", "en"), ("Peking", "de"), ("the Chinese government", "en")],
        [("Alibaba", "en"), ("le groupe Alibaba", "fr"), ("ein Sprecher des Alibaba-Konzerns", "de")],
        [("ministère chinois des Affaires étrangères", "fr"), ("chinesisches Außenministerium", "de"), ("China's foreign ministry", "en")],
        [("Wladimir Putin", "de"), ("Vladimir Poutine", "fr"), ("President Putin", "en")],
        [("der deutsche Innenminister", "de"), ("le ministre allemand de l’Intérieur", "fr"), ("German interior minister", "en")],
        [("Staatsanwaltschaft Berlin", "de"), ("le parquet de Berlin", "fr"), ("the Berlin public prosecutor", "en")],
        [("Vereinte Nationen", "de"), ("ONU", "fr"), ("the United Nations", "en")],
        [("Xaver Maier Werke", "de"), ("XMW", "de")],
    ],
)  # fmt: skip
def test_mentions_of_one_speaker_are_one(mentions):
    people = directory((speaker(name), language) for name, language in mentions)
    assert len({people.of(speaker(name), language).slug for name, language in mentions}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Chinese government", "en"), ("Chinese foreign ministry", "en")),
        (("White House", "en"), ("Pentagon", "en")),
        (("Lin Jian", "en"), ("Liu Pengyu", "en")),
        (("der deutsche Innenminister", "de"), ("le ministre français de l’Intérieur", "fr")),
    ],
)
def test_different_speakers_stay_apart(a, b):
    people = directory([(speaker(a[0]), a[1]), (speaker(b[0]), b[1])])
    assert people.of(speaker(a[0]), a[1]) != people.of(speaker(b[0]), b[1])


def test_a_surname_that_two_people_share_stays_alone():
    names = ["Anna Weber", "Karl Weber", "Weber"]
    people = directory((speaker(name, "person"), "de") for name in names)
    assert len({people.of(speaker(name, "person"), "de").slug for name in names}) == 3


def test_a_surname_of_one_person_is_that_person():
    people = directory((speaker(name, "person"), "de") for name in ["Anna Weber", "Weber"])
    assert people.of(speaker("Weber", "person"), "de").name == "Anna Weber"


@pytest.mark.parametrize(
    ("name", "language"),
    [("le groupe", "fr"), ("the company", "en"), ("der Sprecher", "de"), ("le quotidien britannique", "fr"), ("die Wirtschaftszeitung", "de"), ("the economic and financial daily", "en"), ("AFP", "fr")],
)  # fmt: skip
def test_a_mention_that_names_nobody_is_near_to_anybody(name, language):
    people = directory([(speaker("Alibaba"), "en"), (speaker(name), language)])
    known, unnamed = people.of(speaker("Alibaba"), "en"), people.of(speaker(name), language)
    assert people.nearness(known, unnamed) == "near"


def test_an_unnamed_body_is_near_to_a_person_who_may_speak_for_it():
    person, body = (
        (speaker("Liu Pengyu", "person"), "en"),
        (speaker("ambassade chinoise", "government"), "fr"),
    )
    people = directory([person, body])
    assert people.nearness(people.of(*person), people.of(*body)) == "near"


@given(
    st.permutations(
        [("Alibaba", "fr"), ("Alibaba Group", "en"), ("Lin Jian", "de"), ("Lin", "fr"), ("FT", "en")]
    )
)
def test_the_order_of_the_mentions_does_not_matter(mentions):
    people = directory((speaker(name), language) for name, language in mentions)
    assert people.of(speaker("Alibaba"), "fr").slug == "alibaba"
    assert people.of(speaker("Lin"), "fr") == people.of(speaker("Lin Jian"), "de")


def test_a_description_that_leads_to_a_town_is_neither_the_town_nor_another_body_there():
    mentions = [("police in Lorne", "en"), ("company around the city of Lorne", "en"), ("Lorne", "en")]
    people = directory((speaker(name), language) for name, language in mentions)
    assert len({people.of(speaker(name), language).slug for name, language in mentions}) == 3


def test_one_body_of_a_town_is_one_speaker_in_two_languages():
    people = directory([(speaker("police in Lorne"), "en"), (speaker("police de Lorne"), "fr")])
    assert people.of(speaker("police in Lorne"), "en") == people.of(speaker("police de Lorne"), "fr")


def test_a_body_that_is_only_described_is_one_in_all_languages():
    mentions = [
        ("Landesbahnaufsicht", "de"),
        ("the rail inspectorate", "en"),
        ("inspection ferroviaire", "fr"),
    ]
    people = directory((speaker(name), language) for name, language in mentions)
    assert len({people.of(speaker(name), language) for name, language in mentions}) == 1
