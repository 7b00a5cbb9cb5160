"""Which claims of a story a reader asked for, and how many each further choice would leave. Django-free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from claims.timeline.searching import Query, understand
from claims.timeline.values import ClaimLine, Evidence

STATUSES = ("verified", "unverified", "unreviewed")
STANCES = ("asserts", "denies", "declines-to-comment", "cannot-verify")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asked for; "" or None is no wish.

    Days are those of saying, both included; a claim said *in November* needs all of November between them.
    """

    words: str = ""
    speaker: str = ""  # slug
    stance: str = ""
    status: str = ""  # latest verdict on either question; unreviewed: on neither
    outlet: str = ""  # name
    language: str = ""  # of a report that carries the claim
    conflicts: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def are_set(self) -> bool:
        return self != Filters()

    @property
    def are_more_than_words(self) -> bool:
        return self != Filters(words=self.words)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with the number of claims it would leave, the other filters kept."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    speakers: tuple[Choice, ...] = ()
    stances: tuple[Choice, ...] = ()
    statuses: tuple[Choice, ...] = ()
    outlets: tuple[Choice, ...] = ()
    languages: tuple[Choice, ...] = ()
    conflicts: int = 0  # in the whole story: without any, nobody is asked


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that pass, in their order, of how many, and what may be chosen next."""

    claims: tuple[ClaimLine, ...]
    total: int
    choices: Choices
    query: Query | None = field(default=None, compare=False)


Test = Callable[[ClaimLine], bool]


def select(claims: Sequence[ClaimLine], filters: Filters) -> Selection:
    """Apply every filter; the choices of one filter are counted among the claims that pass all the others."""
    query = understand(filters.words) if filters.words.strip() else None
    tests = _tests(filters, query)
    failed = [(claim, [name for name, test in tests.items() if not test(claim)]) for claim in claims]

    def but_for(name: str) -> list[ClaimLine]:
        return [claim for claim, names in failed if names in ([], [name])]

    return Selection(
        claims=tuple(claim for claim, names in failed if not names),
        total=len(claims),
        choices=_choices(claims, but_for),
        query=query,
    )


def _tests(filters: Filters, query: Query | None) -> dict[str, Test]:
    """A test for each filter that is set."""
    tests: dict[str, Test] = {}
    if query:
        tests["words"] = lambda claim: query.matches(
            _wordings(claim), also=claim.speaker.name if claim.speaker else ""
        )
    if filters.speaker:
        tests["speaker"] = lambda claim: _speaker(claim) == filters.speaker
    if filters.stance:
        tests["stance"] = lambda claim: claim.stance == filters.stance
    if filters.status:
        tests["status"] = lambda claim: filters.status in _statuses(claim)
    if filters.outlet:
        tests["outlet"] = lambda claim: filters.outlet in _outlets(claim)
    if filters.language:
        tests["language"] = lambda claim: filters.language in dict(claim.languages)
    if filters.conflicts:
        tests["conflicts"] = lambda claim: bool(claim.open_conflicts)
    if filters.since or filters.until:
        first, last = filters.since or date.min, filters.until or date.max
        tests["days"] = lambda claim: (
            claim.when is not None and first <= claim.when.first and claim.when.last <= last
        )
    return tests


def _wordings(claim: ClaimLine) -> list[tuple[str, str]]:
    return [(one.content, one.language) for one in claim.evidence]


def _speaker(claim: ClaimLine) -> str:
    return claim.speaker.slug if claim.speaker else ""


def _statuses(claim: ClaimLine) -> set[str]:
    return {verdict.status for verdict in claim.verdicts} or {"unreviewed"}


def _standing(claim: ClaimLine) -> Iterable[Evidence]:
    return (one for one in claim.evidence if one.state == "current")


def _outlets(claim: ClaimLine) -> set[str]:
    return {one.outlet for one in _standing(claim) if one.outlet}


def _choices(claims: Sequence[ClaimLine], but_for: Callable[[str], list[ClaimLine]]) -> Choices:
    names = {claim.speaker.slug: claim.speaker.name for claim in claims if claim.speaker}
    outlets = sorted({outlet for claim in claims for outlet in _outlets(claim)}, key=str.casefold)
    languages = sorted({code for claim in claims for code, _ in claim.languages if code})
    return Choices(
        speakers=_counted(
            sorted(names, key=lambda slug: names[slug].casefold()),
            Counter(_speaker(claim) for claim in but_for("speaker")),
            names,
        ),
        stances=_counted(STANCES, Counter(claim.stance for claim in but_for("stance"))),
        statuses=_counted(STATUSES, Counter(one for claim in but_for("status") for one in _statuses(claim))),
        outlets=_counted(outlets, Counter(one for claim in but_for("outlet") for one in _outlets(claim))),
        languages=_counted(
            languages, Counter(code for claim in but_for("language") for code, _ in claim.languages)
        ),
        conflicts=sum(bool(claim.open_conflicts) for claim in claims),
    )


def _counted(
    values: Iterable[str], counts: Counter[str], labels: dict[str, str] | None = None
) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=value, label=(labels or {}).get(value, value), count=counts[value]) for value in values
    )
