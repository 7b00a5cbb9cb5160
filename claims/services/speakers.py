"""Who speaks, as rows: made once whoever comes first, and never renamed by a machine."""

from __future__ import annotations

from collections.abc import Iterable

from claims.extraction import records
from claims.models import Alias, Attribution, Speaker

LONGEST_SLUG = 120  # what the column takes


# Speaker, name and language -> who that is since an editor split the name off.
Splits = dict[tuple[int, str, str], Speaker]


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


def editors_splits() -> Splits:
    """Every name that an editor split off from a speaker; few, for each is a decision by hand."""
    rows = Alias.objects.filter(split_from__isnull=False).select_related("speaker")
    return {(row.split_from_id or 0, row.name, row.language): row.speaker for row in rows}


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
