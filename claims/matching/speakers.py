"""Who is who across articles and languages.

A mention (*Weißes Haus*, *un porte-parole du groupe Alibaba*, *Lin Jian*) is read as a profile: an institution
we know, the name that is left when roles and kinds of company are taken off, or a body that is only described
(*ministère chinois des Affaires étrangères* = {China, foreign ministry}). Mentions with one profile are one
speaker. An unnamed spokesperson stands for the body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claims.extraction.records import Kind, Speaker
from claims.matching.bodies import as_one
from claims.matching.concepts import Concepts
from claims.matching.institutions import institutions
from claims.matching.profiles import Profile, profile
from claims.matching.settled import NOTHING, Settled, settled_nearness
from claims.matching.words import fold

Nearness = Literal["same", "near", "apart"]
Mention = tuple[Speaker, str]  # a speaker of one article, and the article's language

SHORT = re.compile(r"^[A-ZÄÖÜÉ]{2,6}$")


class Described(NamedTuple):
    """A body without a name of its own: the town that it stands in, if told, and what it is."""

    town: tuple[str, ...]
    body: Concepts


@dataclass(frozen=True, slots=True)
class Directory:
    """The speakers of one story: which mention is whom, and how near two speakers are."""

    speakers: dict[Mention, Speaker]
    profiles: dict[str, Profile]

    def of(self, speaker: Speaker | None, language: str) -> Speaker | None:
        return self.speakers.get((speaker, language)) if speaker else None

    def nearness(self, a: Speaker | None, b: Speaker | None) -> Nearness:
        """``near``: one side names nobody or only the agency that relays, or a body that the person speaks for."""
        if a is None or b is None:
            return "near"
        if a.slug == b.slug:
            return "same"
        if settled := settled_nearness(a, b):
            return settled
        one, other = self.profiles[a.slug], self.profiles[b.slug]
        if one.tells_little or other.tells_little:
            return "near"
        return "near" if _may_speak_for(one, a, other, b) or _may_speak_for(other, b, one, a) else "apart"

    def tells_little(self, speaker: Speaker | None) -> bool:
        return speaker is None or self.profiles[speaker.slug].tells_little


def _may_speak_for(person: Profile, who: Speaker, body: Profile, what: Speaker) -> bool:
    is_person = bool(person.names) and who.kind in {"person", "unknown"}
    is_body = not body.names and what.kind not in {"person", "publication"}
    return is_person and is_body


def directory(mentions: Iterable[Mention], settled: Settled = NOTHING) -> Directory:
    """One canonical speaker for each mention, editors' words first; whatever the order of the mentions, the same."""
    ordered = sorted(
        set(mentions), key=lambda mention: (mention[0].slug, mention[0].name, mention[0].kind, mention[1])
    )
    profiles = {mention: profile(mention[0].name or mention[0].slug, mention[1]) for mention in ordered}
    surnames = _full_names(profiles.values())
    acronyms = _acronyms(profiles)
    identities = [_identity(mention, profiles[mention], surnames, acronyms) for mention in ordered]
    described = _described_alike(identities)
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention, identity in zip(ordered, identities, strict=True):
        groups[described.get(identity, identity)].append(mention)
    speakers: dict[Mention, Speaker] = {}
    known: dict[str, list[Profile]] = defaultdict(list)
    for members in groups.values():
        canonical = settled.who(_canonical(members, profiles), [speaker.slug for speaker, _ in members])
        for speaker, language in members:
            who = settled.under(canonical, speaker.name, language)
            speakers[speaker, language] = who
            known[who.slug].append(profiles[speaker, language])
    return Directory(speakers, {slug: max(own, key=_fullness) for slug, own in known.items()})


def _described_alike(identities: Iterable[Hashable]) -> dict[Hashable, Hashable]:
    """For each body that is only described the first that it is one with; those of two towns never are."""
    by_town: dict[tuple[str, ...], list[Concepts]] = defaultdict(list)
    for identity in dict.fromkeys(identities):
        if isinstance(identity, Described):
            by_town[identity.town].append(identity.body)
    return {
        Described(town, body): Described(town, bodies[first])
        for town, bodies in by_town.items()
        for body, first in zip(bodies, as_one(bodies), strict=True)
    }


def _fullness(one: Profile) -> tuple[str, int, list[str]]:
    return one.institution, len(one.names), sorted(one.body)


def _identity(
    mention: Mention, one: Profile, surnames: dict[str, tuple[str, ...]], acronyms: dict[str, Hashable]
) -> Hashable:
    speaker, _ = mention
    if one.institution:
        return one.institution
    if SHORT.match(speaker.name) and fold(speaker.name) in acronyms:
        return acronyms[fold(speaker.name)]
    if one.is_led:
        return Described(one.names, one.body) if one.body else speaker.slug
    if one.names:
        return surnames.get(one.names[-1], one.names) if len(one.names) == 1 else one.names
    return Described((), one.body) if one.body else speaker.slug


def _full_names(profiles: Iterable[Profile]) -> dict[str, tuple[str, ...]]:
    """For each surname the one full name that ends in it, or begins with it (Lin Jian); never that of two people."""
    full_names = sorted({one.names for one in profiles if len(one.names) > 1 and not one.institution})
    result: dict[str, tuple[str, ...]] = {}
    for end in (0, -1):
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for full in full_names:
            found[full[end]].append(full)
        for surname, candidates in found.items():
            result[surname] = candidates[0] if len(candidates) == 1 else ()
    return {surname: full for surname, full in result.items() if full}


def _acronyms(profiles: dict[Mention, Profile]) -> dict[str, Hashable]:
    """Initials of the names of several words in this story, where they are of one speaker only."""
    found: dict[str, set[Hashable]] = defaultdict(set)
    for (speaker, _), one in profiles.items():
        words = [word for word in re.split(r"[\s-]+", speaker.name) if word[:1].isupper()]
        if len(words) > 1:
            found[fold("".join(word[0] for word in words))].add(one.institution or one.names or one.body)
    return {initials: who.pop() for initials, who in found.items() if len(who) == 1}


def _canonical(members: list[Mention], profiles: dict[Mention, Profile]) -> Speaker:
    """The institution's own name, else the fullest name that an article gives (English before the others)."""
    slug = profiles[members[0]].institution
    if not slug:
        slug = next((one.institution for member in members if (one := profiles[member]).institution), "")
    if slug:
        return Speaker(slug, institutions()[slug].names[1][0], institutions()[slug].kind)
    best = max(
        members,
        key=lambda mention: (
            len(profiles[mention].names),
            mention[1] == "en",
            -len(mention[0].name),
            mention[0].name,
        ),
    )
    kinds = Counter(member[0].kind for member in members if member[0].kind != "unknown")
    kind: Kind = kinds.most_common(1)[0][0] if kinds else "unknown"
    return Speaker(best[0].slug, best[0].name, kind)
