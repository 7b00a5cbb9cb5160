"""Who speaks, as rows and as matching reads them: made once whoever comes first, and never renamed by a machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import cast

from django.apps import apps
from django.db.models import Q

from articles.models import Story
from claims.extraction import records
from claims.matching.settled import Settled
from claims.models import Affiliation, Alias, Attribution, Decision, Speaker
from claims.services.deciding import undone_ids

LONGEST_SLUG = 120  # what the column takes
ON_SPEAKERS = (Decision.Verb.MERGE_SPEAKERS, Decision.Verb.SPLIT_SPEAKER, Decision.Verb.RENAME_SPEAKER)


def slug_of(speaker: records.Speaker) -> str:
    return speaker.slug[:LONGEST_SLUG]


def remember_speakers(speakers: Iterable[records.Speaker]) -> dict[str, Speaker]:
    """Make the speakers that are new, and give all of them by slug. A name or kind that is known already stays.

    Under the slug of a speaker that an editor merged into another stands that other.
    """
    wanted = {slug_of(speaker): speaker for speaker in speakers if speaker.slug}
    # Sorted, so that two runs that make the same speakers wait for each other instead of deadlocking.
    Speaker.objects.bulk_create(
        [Speaker(slug=slug, name=wanted[slug].name, kind=wanted[slug].kind) for slug in sorted(wanted)],
        ignore_conflicts=True,
    )
    found = Speaker.objects.select_related("merged_into").in_bulk(sorted(wanted), field_name="slug")
    return {slug: speaker.merged_into or speaker for slug, speaker in found.items()}


def editors_word(story: Story) -> Settled:
    """What editors decided about speakers, as matching is to know it; few rows, for each is a decision by hand."""
    decided = _decided()
    rows = Speaker.objects.select_related("merged_into").filter(
        Q(pk__in=decided)
        | Q(merged_into__isnull=False)
        | Q(split_off__isnull=False)
        | Q(affiliations__isnull=False)
    )
    splits = Alias.objects.filter(split_from__isnull=False).select_related("speaker", "split_from")
    records = speaker_records(
        [*(row.merged_into or row for row in rows), *(split.speaker for split in splits)]
    )
    return Settled(
        speakers={row.slug: records[(row.merged_into or row).pk] for row in rows},
        split={
            (split.split_from.slug, split.name, split.language): records[split.speaker_id]
            for split in splits
            if split.split_from
        },
        local={row.slug for row in rows if story.pk in decided.get(row.pk, ())},
    )


def speaker_records(rows: Iterable[Speaker]) -> dict[int, records.Speaker]:
    """Speakers by id as matching reads them, with the names that editors took from them and whom they parted from."""
    wanted = {row.pk: row for row in rows}
    names, parted, bodies = _other_names(wanted), _parted(wanted), _bodies(wanted)
    return {
        pk: records.Speaker(
            slug=row.slug,
            name=row.name,
            kind=cast(records.Kind, row.kind),
            other_names=tuple(sorted(names[pk] - {row.name})),
            parted_from=tuple(sorted(parted[pk])),
            speaks_for=tuple(sorted(bodies[pk])),
        )
        for pk, row in wanted.items()
    }


def _other_names(wanted: Collection[int]) -> dict[int, set[str]]:
    """Names from before speakers were renamed, and of those who were merged into them."""
    names: dict[int, set[str]] = defaultdict(set)
    home = {pk: pk for pk in wanted}
    merged = Speaker.objects.filter(merged_into__in=wanted)
    for pk, into, name in merged.values_list("pk", "merged_into", "name"):
        home[pk] = cast(int, into)
        names[home[pk]].add(name)
    # The name that each was first given, by the history that triggers keep: whoever renamed them, and at once.
    first = apps.get_model("claims", "SpeakerEvent")._default_manager.filter(
        pgh_obj__in=list(home), pgh_label="insert"
    )
    for pk, name in first.values_list("pgh_obj", "name"):
        names[home[pk]].add(name)
    return names


def _parted(wanted: Collection[int]) -> dict[int, set[str]]:
    """The slugs of those whom an editor split off from a speaker, of whom they were split off, and of one another."""
    parted: dict[int, set[str]] = defaultdict(set)
    both = Q(speaker__in=wanted) | Q(split_from__in=wanted)
    origins = Alias.objects.filter(both, split_from__isnull=False).values("split_from")
    ends = Alias.objects.filter(split_from__in=origins).values_list(
        "split_from", "split_from__slug", "speaker", "speaker__slug"
    )
    families: dict[int, dict[int, str]] = defaultdict(dict)
    for origin, origin_slug, speaker, slug in ends:
        families[origin] |= {origin: origin_slug, speaker: slug}
    for family in families.values():
        for pk in family.keys() & set(wanted):
            parted[pk] |= {slug for other, slug in family.items() if other != pk}
    return parted


def _bodies(wanted: Collection[int]) -> dict[int, set[str]]:
    """The slugs of those for whom an editor says that a speaker stands."""
    bodies: dict[int, set[str]] = defaultdict(set)
    noted = Affiliation.objects.filter(speaker__in=wanted)
    for speaker, slug in noted.values_list("speaker", "of__slug"):
        bodies[speaker].add(slug)
    return bodies


def _decided() -> dict[int, set[int]]:
    """The stories in which each speaker was decided on, by the speaker's id; what was undone does not count."""
    # Not all details: what a decision on a speaker of many wordings changed is a long list.
    decisions = Decision.objects.filter(verb__in=ON_SPEAKERS).values_list(
        "pk", "details__speakers", "details__stories"
    )
    undone = undone_ids(pk for pk, *_ in decisions)
    found: dict[int, set[int]] = defaultdict(set)
    for speakers, stories in (about for pk, *about in decisions if pk not in undone):
        for speaker in speakers or ():
            found[speaker].update(stories or ())
    return found


def remember_aliases(rows: Iterable[Attribution]) -> None:
    """Note under which names the articles of each language know the speakers that their attributions were given."""
    names = {
        (row.speaker_id, row.speaker_name, row.article.language)
        for row in rows
        if row.speaker_id is not None and row.speaker_name
    }
    known = set(
        Alias.objects.filter(speaker__in={speaker for speaker, _, _ in names}).values_list(
            "speaker_id", "name", "language"
        )
    )
    Alias.objects.bulk_create(
        [
            Alias(speaker_id=speaker, name=name, language=language)
            for speaker, name, language in sorted(names - known)
        ],
        ignore_conflicts=True,
    )
