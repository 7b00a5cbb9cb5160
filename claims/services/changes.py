"""What a decision changes, row by row: noted with the decision, and put back when it is undone.

Only what editors decide is watched. What machines make of it (their links, their conflicts, days and stances) is
brought up anew after each decision and after each undoing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.db.models import Field as ModelField
from django.db.models import Model, Q, QuerySet

from articles.models import Article, Story
from claims.models import Affiliation, Alias, Attribution, Claim, Conflict, Link, Origin, Speaker
from claims.services.recording import INHERITED, heirs_of

Fields = dict[str, Any]
Identity = tuple[Any, ...]
State = dict[
    tuple[str, Identity], Fields
]  # what of its watched fields each row has; absent rows are not in it
Change = dict[
    str, Any
]  # of, id, and before and after: only the fields that differ, or None for a row that is absent


@dataclass(slots=True)
class Scope:
    """Ids of the rows that a decision is about; what it makes anew is added on the way."""

    stories: set[int] = field(default_factory=set)
    claims: set[int] = field(default_factory=set)
    attributions: set[int] = field(default_factory=set)
    speakers: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Watched:
    model: type[Model]
    identity: tuple[str, ...]
    fields: tuple[str, ...]
    within: Callable[[Scope], Q]
    # A row of the machine's own counts as absent, and what is put back to absent is the machine's again.
    machines: Q | None = None
    hand_over: Mapping[str, Any] = field(default_factory=dict)
    # Has an address of its own, or is what a report says: never deleted, though linking brought it in meanwhile.
    stays: bool = False


_WHY = ("origin", "score", "reason", "reason_key", "reason_words", "editor_id", "rejected_at")
# In the order in which rows are put back: those that others point to come first.
_WATCHED: dict[str, _Watched] = {
    "story": _Watched(
        Story, ("id",), ("title", "summary"), lambda scope: Q(pk__in=scope.stories), stays=True
    ),
    "article": _Watched(Article, ("id",), ("story_id",), lambda scope: Q(pk__in=scope.articles), stays=True),
    "speaker": _Watched(
        Speaker,
        ("id",),
        ("name", "kind", "merged_into_id"),
        lambda scope: Q(pk__in=scope.speakers) | Q(merged_into__in=scope.speakers),
        stays=True,
    ),
    "alias": _Watched(
        Alias,
        ("speaker_id", "name", "language"),
        ("split_from_id", "is_hidden"),
        lambda scope: Q(speaker__in=scope.speakers) | Q(split_from__in=scope.speakers),
    ),
    "affiliation": _Watched(
        Affiliation,
        ("speaker_id", "of_id", "role"),
        (),
        lambda scope: Q(speaker__in=scope.speakers) | Q(of__in=scope.speakers),
    ),
    "claim": _Watched(
        Claim,
        ("id",),
        ("speaker_id", "merged_into_id"),
        lambda scope: Q(pk__in=scope.claims) | Q(speaker__in=scope.speakers),
        stays=True,
    ),
    "attribution": _Watched(
        Attribution,
        ("id",),
        ("claim_id", "claim_pinned", "is_headline", "speaker_id", "via_id"),
        lambda scope: (
            Q(pk__in=scope.attributions)
            | Q(claim__in=scope.claims)
            | Q(speaker__in=scope.speakers)
            | Q(via__in=scope.speakers)
        ),
        stays=True,
    ),
    "link": _Watched(
        Link,
        ("claim_id", "target_id", "kind"),
        _WHY,
        lambda scope: Q(claim__in=scope.claims) | Q(target__in=scope.claims),
        machines=Q(origin=Origin.MACHINE, rejected_at=None),
        hand_over={"origin": Origin.MACHINE, "editor": None, "rejected_at": None},
    ),
    "conflict": _Watched(
        Conflict,
        ("claim_id", "other_id", "kind"),
        (*_WHY, "sides", "settled_at", "settlement"),
        lambda scope: Q(claim__in=scope.claims) | Q(other__in=scope.claims),
        machines=Q(origin=Origin.MACHINE, rejected_at=None, settled_at=None),
        hand_over={
            "origin": Origin.MACHINE,
            "editor": None,
            "rejected_at": None,
            "settled_at": None,
            "settlement": "",
        },
    ),
}


def state_of(scope: Scope) -> State:
    """What the watched rows of a scope have now."""
    found: State = {}
    for of, watched in _WATCHED.items():
        rows = _decided(watched).filter(watched.within(scope))
        for values in rows.values(*watched.identity, *watched.fields):
            identity = tuple(values[name] for name in watched.identity)
            found[of, identity] = {name: _plain(values[name]) for name in watched.fields}
    return found


def _plain(value: Any) -> Any:
    """As JSON keeps it, to the microsecond."""
    return value.isoformat() if isinstance(value, datetime) else value


def _decided(watched: _Watched) -> QuerySet[Any]:
    rows = watched.model._default_manager.order_by()
    return rows.exclude(watched.machines) if watched.machines else rows


def changes_between(before: State, after: State) -> list[Change]:
    """The rows that differ, with the fields that do."""
    return list(_changes(before, after))


def _changes(before: State, after: State) -> Iterator[Change]:
    for of, identity in sorted(before.keys() | after.keys(), key=repr):
        old, new = before.get((of, identity)), after.get((of, identity))
        if old == new:
            continue
        if old is not None and new is not None:
            names = [name for name in old if old[name] != new[name]]
            old, new = {name: old[name] for name in names}, {name: new[name] for name in names}
        yield {"of": of, "id": list(identity), "before": old, "after": new}


def meet(some: Iterable[Change], others: Iterable[Change]) -> bool:
    """Whether two decisions changed the same field of the same row."""
    fields: dict[tuple[Any, ...], list[Change]] = {}
    for change in some:
        fields.setdefault((change["of"], *change["id"]), []).append(change)
    return any(
        _same_field(change, other)
        for other in others
        for change in fields.get((other["of"], *other["id"]), [])
    )


def _same_field(one: Change, other: Change) -> bool:
    sides = (one["before"], one["after"], other["before"], other["after"])
    if any(side is None for side in sides):
        return True
    return bool(one["before"].keys() & other["before"].keys())


def with_heirs(changes: Iterable[Change]) -> list[Change]:
    """The changes, and those of wordings whose text was corrected since also as changes of the rows in their stead."""
    changes = list(changes)
    heirs = heirs_of({change["id"][0] for change in changes if change["of"] == "attribution"})
    led = [
        {
            "of": "attribution",
            "id": [heir],
            **{side: _inherited(change[side]) for side in ("before", "after")},
        }
        for change in changes
        if change["of"] == "attribution"
        for heir in heirs.get(change["id"][0], ())
    ]
    return [*changes, *led]


def _inherited(fields: Fields | None) -> Fields | None:
    return fields and {name: value for name, value in fields.items() if name in INHERITED}


def put_back(changes: Iterable[Change]) -> None:
    """Give every row what it had before, unless something but a decision has changed it since.

    What was decided about a wording whose text was corrected since is put back at the row that took over from it.
    """
    order = list(_WATCHED)
    ordered = sorted(changes, key=lambda change: (order.index(change["of"]), _turn(change)))
    for change in ordered:
        watched = _WATCHED[change["of"]]
        rows = watched.model._default_manager.filter(**_exactly(watched.identity, change["id"]))
        if change["before"] is None:
            _make_absent(watched, rows if rows.exists() else _gone_along(watched, change))
        elif change["after"] is None:
            _make_again(watched, rows, change)
        else:
            # The row itself last: an orphan still has what was decided when its article was not read again yet.
            any(_revert(watched, one) for one in reversed(with_heirs([change])))


def _gone_along(watched: _Watched, change: Change) -> QuerySet[Any]:
    """The link or conflict as it was decided, at the claims that took the words of its own since."""
    rows = watched.model._default_manager.none()
    if change["of"] not in ("link", "conflict"):
        return rows
    names = watched.identity[:2]
    ends = [_successor(pk) for pk in change["id"][:2]]
    fields = _exactly(
        ("kind", *change["after"]), (change["id"][2], *_values(watched, change["after"]).values())
    )
    fields.pop("sides", None)  # they follow their ends
    one, other = (_exactly(names, pair) for pair in (ends, ends[::-1]))
    return watched.model._default_manager.filter(Q(**one) | Q(**other), **fields)


def _successor(claim: int | None) -> int | None:
    joined = list(Claim.objects.filter(joined=claim).values_list("pk", flat=True)[:2]) if claim else []
    return joined[0] if len(joined) == 1 else claim


def _turn(change: Change) -> int:
    """Rows go before others change, and come back last: what they have of their own may be in use till then."""
    if change["before"] is None:
        return 0
    return 2 if change["after"] is None else 1


def _revert(watched: _Watched, change: Change) -> bool:
    """Whether the row had what was decided, and so has again what it had before."""
    if not change["after"]:
        return False
    as_decided = _values(watched, change["after"])
    known = _exactly((*watched.identity, *as_decided), (*change["id"], *as_decided.values()))
    rows = watched.model._default_manager.filter(**known)
    return bool(rows.update(**_values(watched, _led_on(change))))


def _exactly(names: Iterable[str], values: Iterable[Any]) -> Fields:
    pairs = zip(names, values, strict=True)
    return {
        f"{name}__isnull" if value is None else name: True if value is None else value
        for name, value in pairs
    }


def _make_absent(watched: _Watched, rows: QuerySet[Any]) -> None:
    if watched.machines:
        rows.update(**watched.hand_over)
    elif not watched.stays:
        rows.delete()


def _make_again(watched: _Watched, rows: QuerySet[Any], change: Change) -> None:
    values = _values(watched, change["before"])
    if not rows.update(**values) if values else not rows.exists():
        identity = dict(zip(watched.identity, change["id"], strict=True))
        watched.model._default_manager.create(**identity, **values)


def _values(watched: _Watched, fields: Fields) -> Fields:
    """What was kept as JSON, as the columns take it."""
    columns = {name: cast("ModelField[Any, Any]", watched.model._meta.get_field(name)) for name in fields}
    return {name: columns[name].to_python(value) for name, value in fields.items()}


def _led_on(change: Change) -> Fields:
    """A wording goes back to the claim that its own was merged into since."""
    fields: Fields = dict(change["before"])
    if change["of"] == "attribution" and fields.get("claim_id"):
        fields["claim_id"] = Claim.objects.get(pk=fields["claim_id"]).successor.pk
    return fields
