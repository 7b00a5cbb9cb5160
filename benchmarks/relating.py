"""How fast links, conflicts and drift are found in a linked story, and how the time grows with it.

``python -m benchmarks.relating``. The story is the one that linking is measured on, every fifth saying a denial.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.linking import story
from claims.matching.disputes import disputes
from claims.matching.drift import departures
from claims.matching.linking import Saying, link
from claims.matching.relations import link_claims
from claims.matching.reported import ReportedClaim, ReportedWording

SIZES = (500, 1000, 2000, 5000)


def lines() -> Iterator[str]:
    told(50)  # reads the dictionaries
    yield f"{'wordings':>8}{'claims':>8}{'links':>8}{'seconds':>9}{'conflicts':>11}{'seconds':>9}{'drifts':>8}{'seconds':>9}"
    for size in SIZES:
        claims = told(size)
        begun = time.process_time()
        links = len(link_claims(claims))
        linked = time.process_time()
        conflicts = len(disputes(claims))
        disputed = time.process_time()
        drifts = sum(len(departures(claim)) for claim in claims)
        ended = time.process_time()
        yield (
            f"{size:>8}{len(claims):>8}{links:>8}{linked - begun:>9.2f}{conflicts:>11}{disputed - linked:>9.2f}"
            f"{drifts:>8}{ended - disputed:>9.2f}"
        )


def told(size: int) -> list[ReportedClaim]:
    """The story's claims, as linking joins its sayings."""
    sayings = {
        one.key: replace(one, stance="denies") if number % 5 == 0 else one
        for number, one in enumerate(story(size))
    }
    return [
        ReportedClaim(
            group.sayings[0],
            group.speaker,
            sayings[group.sayings[0]].stance,
            tuple(_wording(sayings[key]) for key in group.sayings),
        )
        for group in link(list(sayings.values()))
    ]


def _wording(saying: Saying) -> ReportedWording:
    return ReportedWording(
        key=saying.key,
        article=saying.article,
        language=saying.language,
        content=saying.content,
        stance=saying.stance,
        type=saying.type,
        speaker=saying.speaker,
    )


if __name__ == "__main__":
    for printed in lines():
        print(printed, flush=True)
