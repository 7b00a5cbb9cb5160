"""The sayings of one story, parted into claims.

Sayings that share a speaker and enough of their concepts are candidates, found through an index and never by
comparing all with all. Candidates are joined from the most alike down, unless something forbids it: a claim
and its denial, two wordings that contradict one another, or two different sayings of one speaker in one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.extraction.records import Speaker, Stance, Type
from claims.matching import grammar
from claims.matching.candidates import candidates
from claims.matching.likeness import Item, likeness
from claims.matching.reading import read
from claims.matching.settled import NOTHING, Settled
from claims.matching.speakers import Directory, directory
from claims.matching.words import tokens

EXEMPLARS = 6  # members of each side that a join is checked against
AGREEING = (
    0.4  # share of their pairs that must be alike; chosen on the five reports, where .3 to .5 give the same
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as the linker reads it. ``continues``: key of the saying that it goes on from."""

    key: str
    article: str
    language: str
    content: str
    stance: Stance
    type: Type
    speaker: Speaker | None
    via: Speaker | None = None
    said_on: date | None = None
    published: date | None = None
    nested: bool = False
    continues: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One claim: the keys of its sayings in order, the speaker of each, and the one speaker of the claim.

    Speakers have one slug in all languages. A saying may keep a speaker of its own: reports disagree on who
    said it, or one names the spokesperson and another only the body.
    """

    speaker: Speaker | None
    sayings: tuple[str, ...]
    speakers: tuple[Speaker | None, ...] = ()

    def credited(self) -> Iterator[tuple[str, Speaker | None]]:
        """Each saying's key with whom its report credits; the claim's speaker where ``speakers`` is not given."""
        return zip(self.sayings, self.speakers or (self.speaker,) * len(self.sayings), strict=True)


def link(sayings: Sequence[Saying], settled: Settled = NOTHING) -> tuple[Group, ...]:
    """A partition of the sayings into claims; independent of the order they come in."""
    mentions = [(who, one.language) for one in sayings for who in (one.speaker, one.via) if who is not None]
    people = directory(mentions, settled)
    items = _items(sorted(sayings, key=lambda one: one.key), people)
    clusters = _Clusters(items, people)
    scored = ((likeness(items[i], items[j], people), i, j) for i, j in candidates(items))
    for _, i, j in sorted((row for row in scored if row[0] > 0), key=lambda row: (-row[0], row[1], row[2])):
        clusters.join(i, j)
    by_key = {one.key: one for one in sayings}
    return tuple(_group(members, by_key, people) for members in clusters.members())


def _items(sayings: list[Saying], people: Directory) -> list[Item]:
    """The things to link: a saying, with the sentences that take it up (*Diese sei …*) read as part of it."""
    by_key = {one.key: one for one in sayings}
    followers: dict[str, list[Saying]] = {}
    for one in sayings:
        beginning = _beginning(one, by_key)
        if beginning != one.key:
            followers.setdefault(beginning, []).append(one)
    taken = {one.key for members in followers.values() for one in members}
    return [_item([one, *followers.get(one.key, ())], people) for one in sayings if one.key not in taken]


def _takes_up(one: Saying) -> bool:
    first = tokens(one.content, one.language)[:1]
    return bool(one.continues) and any(
        word.text.casefold() in grammar.words("resumes", one.language) for word in first
    )


def _beginning(one: Saying, by_key: dict[str, Saying]) -> str:
    """The saying that a chain of continuations goes back to; its own where there is none or the chain is a ring."""
    seen = [one.key]
    while _takes_up(one) and one.continues in by_key:
        one = by_key[one.continues]
        if one.key in seen:
            return seen[0]
        seen.append(one.key)
    return seen[-1]


def _item(members: list[Saying], people: Directory) -> Item:
    first = members[0]
    text = ". ".join(member.content for member in members)
    return Item(
        keys=tuple(member.key for member in members),
        article=first.article,
        stance=first.stance,
        reading=read(text, first.language),
        speaker=people.of(first.speaker, first.language),
        via=people.of(first.via, first.language),
        said_on=first.said_on,
    )


def _group(members: list[Item], by_key: dict[str, Saying], people: Directory) -> Group:
    keys = tuple(sorted(key for item in members for key in item.keys))
    own = [people.of(by_key[key].speaker, by_key[key].language) for key in keys]
    speaker = _speaker_of(own)
    return Group(
        speaker, keys, tuple(speaker if people.nearness(one, speaker) == "near" else one for one in own)
    )


def _speaker_of(own: Sequence[Speaker | None]) -> Speaker | None:
    """A person before the body they speak for, then the speaker of most sayings."""
    named = [one for one in own if one is not None]
    best = max(named, key=lambda one: (named.count(one), one.kind == "person", one.slug), default=None)
    people = [one for one in named if one.kind == "person"]
    if (
        best is not None
        and best.kind in {"government", "organisation", "group", "unknown"}
        and len(set(people)) == 1
    ):
        return people[0]
    return best


class _Clusters:
    """Disjoint sets that refuse a join which would put together what must stay apart."""

    def __init__(self, items: list[Item], people: Directory) -> None:
        self.items = items
        self.people = people
        self.home = list(range(len(items)))
        self.rooms = {place: [place] for place in range(len(items))}

    def join(self, i: int, j: int) -> None:
        one, other = self.home[i], self.home[j]
        if one == other or not self._may_join(self.rooms[one], self.rooms[other]):
            return
        keep, gone = min(one, other), max(one, other)
        moved = self.rooms.pop(gone)
        for place in moved:
            self.home[place] = keep
        self.rooms[keep] = sorted(self.rooms[keep] + moved)

    def _may_join(self, left: list[int], right: list[int]) -> bool:
        """Enough of the members of one side must be alike to the other's, so that no chain leads astray."""
        pairs = [(i, j) for i in _some(left) for j in _some(right)]
        alike = sum(likeness(self.items[i], self.items[j], self.people) > 0 for i, j in pairs)
        return alike >= AGREEING * len(pairs)

    def members(self) -> Iterable[list[Item]]:
        return [[self.items[place] for place in self.rooms[home]] for home in sorted(self.rooms)]


def _some(places: list[int]) -> Iterator[int]:
    """A few members from all over the cluster; their order is that of the keys, hence always the same few."""
    step = max(1, len(places) // EXEMPLARS)
    return iter(places[::step][:EXEMPLARS])
