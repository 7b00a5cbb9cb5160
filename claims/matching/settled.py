"""What editors settled about who is who, as matching is to know it: names that are one speaker, names that are two.

It comes from outside with the sayings, so that the same articles and the same decisions always give the same claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claims.extraction.records import Speaker


@dataclass(frozen=True, slots=True)
class Settled:
    """``speakers``: who a slug is; ``split``: who it is under one name (slug, name, language) that was split off.

    ``local`` are the slugs that were decided on in this very story: there they hold as an article's own slug too
    (*petersen*, when a later report has made him *jan-petersen*), while elsewhere the same surname may be another's.
    """

    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    split: Mapping[tuple[str, str, str], Speaker] = field(default_factory=dict)
    local: Collection[str] = frozenset()

    def who(self, found: Speaker, own_slugs: Sequence[str]) -> Speaker:
        """Who it is that the machine takes for ``found`` and that articles know by ``own_slugs``."""
        if found.slug in self.speakers:
            return self.speakers[found.slug]
        known = Counter(
            self.speakers[slug] for slug in own_slugs if slug in self.local & self.speakers.keys()
        )
        return min(known, key=lambda one: (-known[one], one.slug), default=found)

    def under(self, speaker: Speaker, name: str, language: str) -> Speaker:
        """Who a speaker is under a name, where an editor split that name off."""
        return self.split.get((speaker.slug, name, language), speaker)


NOTHING = Settled()


def settled_nearness(a: Speaker, b: Speaker) -> Literal["near", "apart"] | None:
    """How near editors say that two speakers are; None when they do not say."""
    if b.slug in a.parted_from or a.slug in b.parted_from:
        return "apart"
    return "near" if b.slug in a.speaks_for or a.slug in b.speaks_for else None
