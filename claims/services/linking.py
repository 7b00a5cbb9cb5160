"""The attributions of one story become claims: what is the same thing said by the same speaker stands together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Story
from claims.errors import BadLinking, LinkingFailed
from claims.extraction import records
from claims.extraction.when import PRECISIONS, When
from claims.matching import linking
from claims.matching.linking import Group
from claims.matching.settled import Settled
from claims.models import Attribution, Claim, Speaker, Stance, Verdict
from claims.sayings import JOINT, Keyed, canonical_speakers, sayings_of
from claims.services.assigning import Known, Seat, assign
from claims.services.joining import forget_where_words_went, keep_where_words_went
from claims.services.relating import relate_story
from claims.services.rows import record_of
from claims.services.speakers import editors_word, remember_aliases, remember_speakers, slug_of
from claims.services.taking_along import take_word_along

Rows = Mapping[str, Attribution]  # by a key that is the same in whatever order the articles came


@dataclass(frozen=True, slots=True)
class Linked:
    """How many claims a story has after linking, and how many were made, brought back and retired on the way."""

    claims: int = 0
    created: int = 0
    revived: int = 0
    retired: int = 0


@transaction.atomic
def link_story(*, story: Story) -> Linked:
    """Join a story's attributions into claims, one run at a time for each story; safe to repeat.

    Who stands together depends on the articles alone, in whatever order they came. Only then do the groups take up
    the claims that exist: each the one that it shares most with. Editors always win: a pinned attribution stays in
    its claim, and a judged claim is never emptied by a merger. A claim without wordings is retired, and is the same
    claim again when they come back.

    Then the links between the claims, the conflicts between the reports and the drift of the wordings are brought up.

    Raises LinkingFailed, or BadLinking when the linker loses or doubles a saying; nothing is changed then.
    """
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    rows = _linkable(story)
    claims = story.claims.in_bulk()
    settled = editors_word(story)
    groups = _grouped(rows, settled)
    before = {key: _ties(row) for key, row in rows.items()}
    speakers = _name_speakers(groups, rows, settled)
    seats = assign(groups, _known(rows, claims))
    created = sum(seat.claim is None for seat in seats)
    revived = [seat.claim for seat in seats if seat.claim and claims[seat.claim].retired_at is not None]
    for seat in seats:
        _take_seats(
            seat, rows=rows, claim=claims.get(seat.claim or 0) or Claim(story=story), speakers=speakers
        )
    changed = [row for key, row in rows.items() if _ties(row) != before[key]]
    Attribution.objects.bulk_update(changed, ["claim", "speaker", "via"], batch_size=500)
    remember_aliases(rows.values())
    forget_where_words_went(revived)
    retired = _retire(claims[pk] for pk in claims.keys() - {seat.claim for seat in seats})
    keep_where_words_went(retired, ((before[key][0], row.claim_id) for key, row in rows.items()))
    take_word_along(retired)
    relate_story(story=story)
    return Linked(claims=len(seats), created=created, revived=len(revived), retired=len(retired))


def _linkable(story: Story) -> Rows:
    """The attributions that carry claims.

    Orphaned ones carry theirs on, so that a report whose words were changed stays beside what it said before.
    """
    is_current = Q(state=Attribution.State.CURRENT)
    is_carried_on = Q(state=Attribution.State.ORPHANED, claim__isnull=False, claim__retired_at=None)
    rows = (
        Attribution.objects.filter(is_current | is_carried_on, article__story=story)
        .exclude(claim_pinned=True, claim=None)  # an editor took it out of every claim
        .select_related("article")
        .defer("article__source", "article__text", "article__runs")
        .order_by("pk")
    )
    return {_stable_key(row): row for row in rows}


def _stable_key(row: Attribution) -> str:
    """Name a row by its place, never by its number, which tells when it came. Only orphans may share a place."""
    orphan = f":{row.pk}" if row.state == Attribution.State.ORPHANED else ""
    return f"{row.article.text_hash}:{row.key}{orphan}"


def _grouped(rows: Rows, settled: Settled) -> tuple[Group, ...]:
    try:
        groups = linking.link(list(_sayings(rows)), settled)
    except Exception as error:  # whatever a wording does to the linker, people get to know in words
        raise LinkingFailed(
            f"The sayings of this story could not be joined ({type(error).__name__}: {error}). "
            "Its claims stay as they were. Report this as a bug."
        ) from error
    if Counter(key for group in groups for key in group.sayings) != Counter(rows.keys()):
        raise BadLinking("The linker did not hand back every saying exactly once; nothing was changed.")
    return groups


def _sayings(rows: Rows) -> Iterator[linking.Saying]:
    by_article: dict[str, list[Keyed]] = defaultdict(list)
    articles = {row.article.text_hash: row.article for row in rows.values()}
    for key, row in rows.items():
        words = JOINT.join(piece["exact"] for piece in row.content)
        by_article[row.article.text_hash].append(Keyed(key, words, record_of(row)))
    for text_hash, keyed in sorted(by_article.items()):
        article = articles[text_hash]
        yield from sayings_of(
            keyed, article=text_hash, language=article.language, published=article.published
        )


def _known(rows: Rows, claims: Mapping[int, Claim]) -> Known:
    judged = Verdict.objects.filter(claim__in=claims).values_list("claim_id", flat=True)
    # An article may have been moved here from another story; the claims that it had there stay there.
    claim_of = {key: row.claim_id for key, row in rows.items() if row.claim_id in claims and row.claim_id}
    pinned = {key for key, row in rows.items() if row.claim_pinned}
    return Known(claim_of=claim_of, judged=set(judged), pinned=pinned)


def _name_speakers(groups: Sequence[Group], rows: Rows, settled: Settled) -> dict[str, Speaker]:
    """Give every row the speaker that it names across the story, and give all these speakers by slug.

    A report that credits a claim to somebody else than the others do keeps whom it credits.
    """
    own_slugs = {key: row.speaker_slug for key, row in rows.items() if row.speaker_slug}
    canonical = canonical_speakers(groups, own_slugs)
    credited = {
        key: _meant(own, rows[key].speaker_name, rows[key], settled)
        for group in groups
        for key, own in group.credited()
    }
    relaying = {
        key: _meant(canonical.get(via.slug, via), via.name, row, settled)
        for key, row in rows.items()
        if (via := record_of(row).via)
    }
    groups_own = [group.speaker for group in groups]
    named = [*groups_own, *credited.values(), *relaying.values()]
    speakers = remember_speakers([one for one in named if one])
    for key, row in rows.items():
        row.speaker, row.via = _row_of(credited[key], speakers), _row_of(relaying.get(key), speakers)
    return speakers


def _meant(
    speaker: records.Speaker | None, name: str, row: Attribution, settled: Settled
) -> records.Speaker | None:
    """Who a speaker is under the name that this report gives, since editors merged them or split that name off."""
    if speaker is None:
        return None
    return settled.under(settled.speakers.get(speaker.slug, speaker), name, row.article.language)


def _row_of(speaker: records.Speaker | None, speakers: Mapping[str, Speaker]) -> Speaker | None:
    return speakers.get(slug_of(speaker)) if speaker else None


def _ties(row: Attribution) -> tuple[int | None, int | None, int | None]:
    return row.claim_id, row.speaker_id, row.via_id


def _take_seats(seat: Seat, *, rows: Rows, claim: Claim, speakers: Mapping[str, Speaker]) -> None:
    """Bring a claim up to its sayings and put them in it; a claim that nothing is new about is not written."""
    members = [rows[key] for key in seat.sayings]
    before = _state(claim)
    claim.retired_at = claim.merged_into = None
    if seat.group:
        claim.stance = _stance(members)
        claim.speaker = _speaker_of(seat.group, members, speakers)
        claim.when = time_most_reports_give(members)
    if claim.pk is None or _state(claim) != before:
        claim.save()
    for row in members:
        row.claim = claim


def _speaker_of(
    group: Group, members: Sequence[Attribution], speakers: Mapping[str, Speaker]
) -> Speaker | None:
    """The group's speaker, or whoever most of that speaker's wordings are of since an editor split them off."""
    speaker = _row_of(group.speaker, speakers)
    own = Counter(row.speaker for row in members if row.speaker)
    if speaker is None or speaker in own or not own:
        return speaker
    return min(own, key=lambda one: (-own[one], one.slug))


def _state(claim: Claim) -> tuple[object, ...]:
    return claim.stance, claim.speaker_id, claim.when, claim.retired_at, claim.merged_into_id


def _stance(members: Sequence[Attribution]) -> str:
    counts = Counter(row.stance for row in members)
    return min(counts, key=lambda stance: (-counts[stance], Stance.values.index(stance)))


def time_most_reports_give(members: Iterable[Attribution]) -> When | None:
    """The time of saying that most articles give or leave room for; the most precise, then the earliest of equals.

    *In November* leaves room for the 14th, but does not say it: where all reports do no more, it is November.
    """
    given: dict[int, set[When]] = defaultdict(set)
    for row in members:
        if row.when:
            given[row.article_id].add(row.when)
    fits = {
        one: sum(any(other.holds(one) for other in own) for own in given.values())
        for one in set().union(*given.values())
    }
    return min(fits, key=lambda one: (-fits[one], PRECISIONS.index(one.precision), one.first), default=None)


def _retire(claims: Iterable[Claim]) -> list[Claim]:
    retired = [claim for claim in claims if claim.retired_at is None]
    for claim in retired:
        claim.retired_at = timezone.now()
        claim.save(update_fields=["retired_at"])
    return retired
