"""The sayings of one story, parted into claims."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.records import Speaker, Stance
from claims.matching.linking import Saying, link

EVENTS = Path(__file__).parent / "events.tsv"
FIRM = Speaker("nordwind", "Nordwind", "organisation")
PAPER = Speaker("morgenblatt", "Morgenblatt", "publication")
KEYS = count()


def saying(
    content: str,
    language: str = "en",
    speaker: Speaker | None = FIRM,
    stance: Stance = "asserts",
    article: str = "",
    **fields: Any,
) -> Saying:
    key = fields.pop("key", f"k{next(KEYS):04d}")
    return Saying(key, article or f"a-{key}", language, content, stance, "indirect", speaker, **fields)


def together(*sayings: Saying) -> bool:
    return len(link(sayings)) == 1


def test_no_sayings_make_no_claims():
    assert link([]) == ()


def test_direct_and_indirect_speech_in_three_languages_are_one_claim():
    assert together(
        saying("We have never sold the data of our users"),
        saying("habe nie die Daten seiner Nutzer verkauft", "de"),
        saying("n'avoir jamais vendu les données de ses utilisateurs", "fr"),
    )


@pytest.mark.parametrize(
    ("a", "b"), [("asserts", "denies"), ("denies", "declines-to-comment"), ("asserts", "cannot-verify")]
)
def test_a_claim_and_its_denial_never_fuse(a, b):
    words = "The firm helped the army against targets in Europe"
    assert not together(saying(words, stance=a), saying(words, stance=b))


def test_a_claim_and_its_negation_never_fuse():
    assert not together(saying("The firm knew of the danger"), saying("The firm did not know of the danger"))


def test_other_numbers_are_other_claims():
    assert not together(saying("The firm cuts 1,200 jobs"), saying("Die Firma streicht 3.000 Stellen", "de"))


def test_all_denials_that_only_point_at_the_report_are_one():
    assert together(
        saying("an article accusing it of helping the army", stance="denies"),
        saying("ces accusations", "fr", stance="denies"),
        saying("einen Bericht der Zeitung", "de", stance="denies"),
    )


def test_a_judgement_on_the_report_is_another_claim_than_the_denial():
    groups = link(
        [
            saying("ces accusations", "fr", stance="denies"),
            saying("The allegations in the article are completely false", stance="denies"),
            saying("Die Behauptungen sind frei erfunden", "de", stance="denies"),
        ]
    )
    assert sorted(len(group.sayings) for group in groups) == [1, 2]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Die Vorwürfe entbehren jeder Grundlage", "de"),
        ("An den Vorwürfen sei nichts dran", "de"),
        ("Das stimmt schlicht nicht", "de"),
        ("Das ist eine Verleumdung", "de"),
        ("The allegations were plucked out of thin air", "en"),
        ("There is no truth to these reports", "en"),
        ("That is pure fiction", "en"),
        ("This is slander and politically motivated", "en"),
        ("Ces accusations sont dénuées de tout fondement", "fr"),
        ("Cet article est inventé de toutes pièces", "fr"),
        ("Ces propos sont mensongers et calomnieux", "fr"),
        ("Ce n'est pas vrai", "fr"),
    ],
)
def test_a_judgement_on_the_report_is_one_in_whatever_words(words, language):
    assert together(
        saying("The report is completely false", stance="denies"), saying(words, language, stance="denies")
    )


def test_two_ways_of_not_commenting_are_one():
    assert together(
        saying("not familiar with the case", stance="declines-to-comment"),
        saying("ne pas avoir connaissance de ce dossier", "fr", stance="declines-to-comment"),
    )


def test_a_sentence_that_takes_up_the_one_before_belongs_to_it():
    first = saying("die Daten seien an die Polizei gegangen", "de", article="x", key="first")
    second = saying(
        "Dazu gehörten Adressen und Kaufhistorien", "de", article="x", key="second", continues="first"
    )
    other = saying("user data went to the police, especially addresses and purchase histories")
    assert together(first, second, other)


def test_a_sentence_that_goes_on_with_something_else_does_not():
    first = saying("die Daten seien an die Polizei gegangen", "de", article="x", key="first")
    second = saying("Der Umsatz wachse um acht Prozent", "de", article="x", key="second", continues="first")
    assert not together(first, second)


def test_continuations_that_bite_their_tail_do_no_harm():
    sayings = [
        saying("Diese sei falsch", "de", article="x", key="one", continues="two"),
        saying("Dies sei wahr", "de", article="x", key="two", continues="one"),
    ]
    assert sorted(key for group in link(sayings) for key in group.sayings) == ["one", "two"]


def test_two_statements_of_one_speaker_in_one_article_stay_apart():
    assert not together(
        saying("Trucks will not use the bridge until spring", article="x"),
        saying("The repair of the bridge will cost 40 million euros", article="x"),
    )


def test_a_saying_and_its_fuller_version_in_the_same_article_are_one():
    assert together(
        saying(
            "helping Chinese army operations against the United States",
            article="x",
            speaker=PAPER,
            nested=True,
        ),
        saying(
            "The firm helps Chinese army operations against targets in the United States",
            article="x",
            speaker=PAPER,
        ),
    )


def test_an_unnamed_representative_is_the_person_who_said_the_same():
    person = Speaker("liu-pengyu", "Liu Pengyu", "person")
    body = Speaker("ambassade", "ambassade de Chine", "government")
    (group,) = link(
        [
            saying("China never required companies to collect data abroad", speaker=person, stance="denies"),
            saying(
                "Pékin n'a jamais exigé que des entreprises collectent des données à l'étranger",
                "fr",
                body,
                "denies",
            ),
        ]
    )
    assert group.speaker == person
    assert group.speakers == (person, person)


def test_one_quotation_credited_to_two_speakers_is_one_claim_and_both_are_kept():
    words = "une opération attribuée à un groupe nommé Sandsturm et soutenue par l'État russe"
    (group,) = link([saying(words, "fr", FIRM), saying(words, "fr", PAPER)])
    assert {speaker.slug for speaker in group.speakers} == {"nordwind", "morgenblatt"}


def test_two_speakers_who_say_much_the_same_have_a_claim_each():
    union, party = Speaker("union", "Ver.di", "organisation"), Speaker("party", "SPD", "organisation")
    assert not together(
        saying("Wages must rise", speaker=union), saying("Die Löhne müssen steigen", "de", party)
    )


def test_a_saying_without_a_speaker_takes_the_one_of_its_claim():
    words = "Die Brücke bleibt bis zum Frühjahr für Lastwagen gesperrt"
    (group,) = link(
        [saying(words, "de", None), saying("Le pont restera fermé aux camions jusqu'au printemps", "fr")]
    )
    assert set(group.speakers) == {FIRM}


def events() -> list[Saying]:
    rows = [line.split("\t") for line in EVENTS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    speakers: dict[bool, Speaker] = {False: FIRM, True: Speaker("suedwind", "Suedwind", "organisation")}
    return [
        Saying(
            f"{event}/{said}/{language}",
            f"{event}-{language}",
            language,
            words,
            "asserts",
            "indirect",
            speakers["!" in said],
        )
        for event, said, language, words in rows
    ]


def test_own_stories_are_linked_as_well_as_before():
    groups = link(events())
    joined = [(a, b) for group in groups for a in group.sayings for b in group.sayings if a < b]
    right = [pair for pair in joined if pair[0].rsplit("/", 1)[0] == pair[1].rsplit("/", 1)[0]]
    assert len(right) / len(joined) >= 0.95
    assert len(right) / len(events()) >= 0.85  # three languages: as many pairs as sayings


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_sayings_does_not_matter(random):
    sayings = events()[:60]
    expected = link(sayings)
    random.shuffle(sayings)
    assert link(sayings) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.sampled_from(["asserts", "denies"])), max_size=12))
def test_any_sayings_are_parted_completely_and_never_across_stances(drawn):
    sayings = [
        Saying(f"k{n}", f"a{n % 3}", "en", words, stance, "direct", FIRM)
        for n, (words, stance) in enumerate(drawn)
    ]
    stances = {one.key: one.stance for one in sayings}
    groups = link(sayings)
    assert sorted(key for group in groups for key in group.sayings) == sorted(stances)
    assert all(len({stances[key] for key in group.sayings}) == 1 for group in groups)
