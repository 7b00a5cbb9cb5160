"""What holds of linking whatever comes in whatever order, and however many workers there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching import linking
from claims.models import Attribution
from claims.services import link_story, record_attributions
from tests.claims.linked import judge, link_equal_words, partition, say
from tests.factories import make_article, make_attribution, make_record, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_the_order_in_which_articles_come_changes_no_partition(data: st.DataObject) -> None:
    words = st.sampled_from(
        ["The port is closed", "the port is closed", "Ships wait", "Port shut", "No comment"]
    )
    told = data.draw(st.lists(st.lists(words, unique=True, max_size=3), min_size=1, max_size=5))
    partitions = []
    for order in (told, data.draw(st.permutations(told))):
        story = make_story()
        for one in order:  # linked after each, as when reports come in one by one
            say(story, *one)
            link_story(story=story)
        partitions.append(partition(story))
    assert partitions[0] == partitions[1]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sets(st.sampled_from("xyz"))), max_size=8))
@settings(max_examples=25, deadline=None)
def test_no_judged_claim_is_ever_lost(readings: list[tuple[str, set[str]]]) -> None:
    story = make_story()
    articles = {name: make_article(f"{name}: x y z", story=story) for name in "abc"}
    judged: set[int] = set()
    for name, words in readings:
        record_attributions(
            article=articles[name],
            version="1",
            attributions=[make_record(articles[name].text, word) for word in words],
        )
        link_story(story=story)
        for claim in story.claims.filter(attributions__isnull=False).exclude(pk__in=judged)[:1]:
            judge(claim)
            judged.add(claim.pk)
        assert judged <= set(story.claims.values_list("pk", flat=True))
        for claim in story.claims.filter(pk__in=judged):
            assert claim.attributions.exists(), "its words stay with it"
        empty = story.claims.filter(retired_at=None).exclude(attributions__state="current")
        assert not empty.exists(), "a claim without wordings is retired"
        assert not Attribution.objects.filter(article__story=story, state="current", claim=None).exists()


def test_the_real_linker_gives_one_partition_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    told = (
        (
            "en",
            "The port authority said the harbour is closed",
            "The port authority denied the harbour is closed",
        ),
        ("fr", "Selon le port, le port de commerce est fermé"),
        ("de", "Der Hafen ist geschlossen, teilte die Behörde mit"),
    )
    partitions = []
    for order in permutations(told):
        story = make_story()
        for language, *words in order:
            say(story, *words, language=language)
            link_story(story=story)
        partitions.append(partition(story))
    assert all(one == partitions[0] for one in partitions)


@pytest.fixture
def _no_leftovers(transactional_db: None) -> Iterator[None]:
    yield


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_leftovers")
def test_two_workers_at_one_story_make_no_claim_twice() -> None:
    story = make_story()
    for number in range(5):
        make_attribution(
            make_article("The port is closed", story=story),
            speaker_slug=f"s-{number}",
            speaker_name=f"S {number}",
        )
    barrier, errors = Barrier(2), []

    def work() -> None:
        try:
            barrier.wait(5)
            link_story(story=story)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)
    assert not errors
    assert story.claims.count() == 1
