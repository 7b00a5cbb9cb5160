"""Editors put right who is who: merge two speakers, split one, give one another name. Machines go by it ever after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from articles.models import Story
from claims.errors import InvalidDecision
from claims.models import Alias, Attribution, Claim, Decision, Speaker
from claims.services.deciding import Somebody, clean_note, editor_of, lock, write_down
from claims.services.linking import link_story
from claims.services.speakers import LONGEST_SLUG

LONGEST_NAME = 200  # code points; a name, not a description


@transaction.atomic
def rename_speaker(*, speaker: Speaker, name: str, editor: Somebody, note: str = "") -> Speaker:
    """Give a speaker the name that readers see; who machines take for them stays the same.

    Raises NotAnEditor; InvalidDecision for a name that is none.
    """
    somebody, note = editor_of(editor), clean_note(note)
    stories = _stories_of(speaker)
    lock(*stories)
    speaker = Speaker.objects.select_for_update().get(pk=speaker.pk)
    before, speaker.name = speaker.name, _clean_name(name)
    speaker.save(update_fields=["name"])
    write_down(
        Decision.Verb.RENAME_SPEAKER,
        editor=somebody,
        note=note,
        speaker=speaker.pk,
        stories=stories,
        before=before,
        name=speaker.name,
    )
    _link(stories)
    return speaker


@transaction.atomic
def merge_speakers(*, speaker: Speaker, into: Speaker, editor: Somebody, note: str = "") -> Speaker:
    """Make two speakers one in every story, now and in all later runs; gives the one that goes on.

    Their stories are linked anew: what both are said to say may be one claim now.
    Raises NotAnEditor; InvalidDecision for a speaker with itself, or one that was merged before.
    """
    somebody, note = editor_of(editor), clean_note(note)
    stories = _stories_of(speaker)
    lock(*stories)
    rows = {
        row.pk: row
        for row in Speaker.objects.select_for_update().filter(pk__in=[speaker.pk, into.pk]).order_by("pk")
    }
    if len(rows) < 2:
        raise InvalidDecision("A speaker cannot be merged with itself. Choose another one.")
    speaker, into = rows[speaker.pk], rows[into.pk]
    if speaker.merged_into_id or into.merged_into_id:
        raise InvalidDecision("One of these speakers was merged into another before. Open the page again.")
    Speaker.objects.filter(Q(pk=speaker.pk) | Q(merged_into=speaker)).update(merged_into=into)
    for model, field in ((Attribution, "speaker"), (Attribution, "via"), (Claim, "speaker")):
        model._default_manager.filter(**{field: speaker}).update(**{field: into})
    _take_names_along(speaker, into)
    write_down(
        Decision.Verb.MERGE_SPEAKERS,
        editor=somebody,
        note=note,
        speaker=speaker.pk,
        into=into.pk,
        stories=stories,
    )
    _link(stories)
    return into


@transaction.atomic
def split_speaker(
    *,
    speaker: Speaker,
    names: Collection[tuple[str, str]],
    name: str,
    editor: Somebody,
    kind: str = Speaker.Kind.UNKNOWN,
    note: str = "",
) -> Speaker:
    """Make a speaker of their own of those whom articles call by some of a speaker's names, each with its language.

    Raises NotAnEditor; InvalidDecision for names that the speaker has not, all of them, or a kind we do not know.
    """
    somebody, note, name = editor_of(editor), clean_note(note), _clean_name(name)
    if kind not in Speaker.Kind.values:
        raise InvalidDecision(f"A speaker is one of {', '.join(Speaker.Kind.values)}, not {kind!r}.")
    stories = _stories_of(speaker)
    lock(*stories)
    known = set(speaker.aliases.values_list("name", "language"))
    chosen = set(names)
    if not chosen or not chosen < known:
        raise InvalidDecision(
            "Choose some of this speaker’s names, not all of them, to make a speaker of their own."
        )
    new = Speaker.objects.create(slug=_free_slug(name), name=name, kind=kind)
    speaker.aliases.filter(_named("name", "language", chosen)).delete()
    Alias.objects.bulk_create(
        [
            Alias(speaker=new, name=one, language=language, split_from=speaker)
            for one, language in sorted(chosen)
        ]
    )
    rows = Attribution.objects.filter(speaker=speaker)
    rows.filter(_named("speaker_name", "article__language", chosen)).update(speaker=new)
    for claim in Claim.objects.filter(speaker=speaker, attributions__speaker=new).distinct():
        counts = Counter(
            claim.attributions.filter(speaker__in=[speaker, new]).values_list("speaker", flat=True)
        )
        if not counts[speaker.pk]:
            claim.speaker = new
            claim.save(update_fields=["speaker"])
    write_down(
        Decision.Verb.SPLIT_SPEAKER,
        editor=somebody,
        note=note,
        speaker=speaker.pk,
        new=new.pk,
        stories=stories,
        names=sorted(chosen),
    )
    _link(stories)
    return new


def _named(name: str, language: str, chosen: Collection[tuple[str, str]]) -> Q:
    found = Q(pk__in=[])
    for one, code in sorted(chosen):
        found |= Q(**{name: one, language: code})
    return found


def _clean_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or "\0" in name or len(name) > LONGEST_NAME:
        raise InvalidDecision(f"Give the speaker a name of 1 to {LONGEST_NAME} characters.")
    return name


def _free_slug(name: str) -> str:
    slug = slugify(name)[: LONGEST_SLUG - 5] or "speaker"
    taken = set(Speaker.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(
        one for one in (f"{slug}-{number}" for number in range(2, len(taken) + 3)) if one not in taken
    )


def _stories_of(speaker: Speaker) -> list[int]:
    said = (
        Q(claims__speaker=speaker)
        | Q(articles__attributions__speaker=speaker)
        | Q(articles__attributions__via=speaker)
    )
    return sorted(Story.objects.filter(said).values_list("pk", flat=True).distinct())


def _take_names_along(speaker: Speaker, into: Speaker) -> None:
    """The names of one become names of the other; what an editor had split off between the two is one again."""
    known = set(into.aliases.values_list("name", "language"))
    for alias in speaker.aliases.all():
        if (alias.name, alias.language) in known:
            if alias.split_from_id not in {None, into.pk}:
                into.aliases.filter(name=alias.name, language=alias.language, split_from=None).update(
                    split_from=alias.split_from_id
                )
            continue
        Alias.objects.filter(pk=alias.pk).update(speaker=into)
    speaker.aliases.all().delete()
    Alias.objects.filter(speaker=into, split_from=into).update(split_from=None)
    for alias in Alias.objects.filter(split_from=speaker):
        taken = Alias.objects.filter(split_from=into, name=alias.name, language=alias.language).exists()
        keeps = None if taken or alias.speaker_id == into.pk else into
        Alias.objects.filter(pk=alias.pk).update(split_from=keeps)


def _link(story_ids: Collection[int]) -> None:
    """Join the claims of the stories anew: sayings of merged speakers may be one claim now, those of split ones two."""
    for story in Story.objects.filter(pk__in=story_ids).order_by("pk"):
        link_story(story=story)
