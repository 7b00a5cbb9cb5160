"""Editors put right who is who: merge two speakers, split one, name one, say what it is. Machines go by it ever after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Alias, Attribution, Claim, Decision, Speaker
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.identity import (
    about_speakers,
    check_name_is_free,
    clean_name,
    held,
    stories_of,
    take_affiliations_along,
)
from claims.services.settling import link_stories
from claims.services.speakers import LONGEST_SLUG


@transaction.atomic
def rename_speaker(
    *, speaker: Speaker, name: str, editor: Somebody, note: str = "", insists: bool = False
) -> Speaker:
    """Give a speaker the name that readers see; who machines take for them stays the same.

    Raises NotAnEditor; InvalidDecision for a name that is none, or the present one; NameTaken for that of another
    speaker, unless the editor insists.
    """
    somebody, note = editor_of(editor), clean_note(note)
    stories = stories_of(speaker)
    lock(*stories)
    name, speaker = clean_name(name), held(speaker)
    if name == speaker.name:
        raise InvalidDecision(_("That is the speaker’s name already. Type another one."))
    if not insists:
        check_name_is_free(speaker, name)
    scope = Scope(stories=set(stories), speakers={speaker.pk})
    told = {"speaker": speaker.pk, "before": speaker.name, "name": name}
    with recorded(Decision.Verb.RENAME_SPEAKER, scope, editor=somebody, note=note, **told):
        speaker.name = name
        speaker.save(update_fields=["name"])
        link_stories(stories)
    return speaker


@transaction.atomic
def set_kind(*, speaker: Speaker, kind: str, editor: Somebody, note: str = "") -> Speaker:
    """Say what a speaker is: a person, an organisation, and so on.

    Raises NotAnEditor; InvalidDecision for a kind that we do not know, or the one that it is.
    """
    somebody, note = editor_of(editor), clean_note(note)
    _check_kind(kind)
    stories = stories_of(speaker)
    lock(*stories)
    speaker = held(speaker)
    if kind == speaker.kind:
        raise InvalidDecision(_("The speaker is of that kind already. Choose another one."))
    told = {"speaker": speaker.pk, "before": speaker.kind, "kind": kind}
    with recorded(Decision.Verb.SET_KIND, about_speakers(speaker), editor=somebody, note=note, **told):
        speaker.kind = kind
        speaker.save(update_fields=["kind"])
        link_stories(stories)
    return speaker


@transaction.atomic
def merge_speakers(*, speaker: Speaker, into: Speaker, editor: Somebody, note: str = "") -> Speaker:
    """Make two speakers one in every story, now and in all later runs; gives the one that goes on.

    Their stories are linked anew: what both are said to say may be one claim now.
    Raises NotAnEditor; InvalidDecision for a speaker with itself, or one that was merged before.
    """
    somebody, note = editor_of(editor), clean_note(note)
    stories = stories_of(speaker)
    lock(*stories)
    speaker, into = _both_held(speaker, into)
    scope = Scope(stories=set(stories), speakers={speaker.pk, into.pk})
    told = {"speaker": speaker.pk, "into": into.pk, "name": speaker.name, "into_name": into.name}
    with recorded(Decision.Verb.MERGE_SPEAKERS, scope, editor=somebody, note=note, **told):
        Speaker.objects.filter(Q(pk=speaker.pk) | Q(merged_into=speaker)).update(merged_into=into)
        for model, field in ((Attribution, "speaker"), (Attribution, "via"), (Claim, "speaker")):
            model._default_manager.filter(**{field: speaker}).update(**{field: into})
        _take_names_along(speaker, into)
        take_affiliations_along(speaker, into)
        link_stories(stories)
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
    insists: bool = False,
) -> Speaker:
    """Make a speaker of their own of those whom articles call by some of a speaker's names, each with its language.

    Raises NotAnEditor; InvalidDecision for names that the speaker has not, all of them, or a kind we do not know;
    NameTaken when another speaker bears the name of the new one, unless the editor insists.
    """
    somebody, note, name = editor_of(editor), clean_note(note), clean_name(name)
    _check_kind(kind)
    stories = stories_of(speaker)
    lock(*stories)
    speaker = held(speaker)
    chosen = _some_names(speaker, names)
    if not insists:
        check_name_is_free(speaker, name)
    scope = Scope(stories=set(stories), speakers={speaker.pk})
    told = {"speaker": speaker.pk, "names": sorted(chosen), "name": name}
    with recorded(Decision.Verb.SPLIT_SPEAKER, scope, editor=somebody, note=note, **told) as more:
        new = Speaker.objects.create(slug=_free_slug(name), name=name, kind=kind)
        scope.speakers.add(new.pk)
        more["new"] = new.pk
        _hand_over_names(speaker, new, chosen)
        link_stories(stories)
    return new


@transaction.atomic
def hand_over_names(
    *,
    speaker: Speaker,
    names: Collection[tuple[str, str]],
    into: Speaker,
    editor: Somebody,
    note: str = "",
) -> Speaker:
    """Let those whom articles call by some of a speaker's names be another speaker, whom there is already.

    Raises NotAnEditor; InvalidDecision for names that the speaker has not, or all of them, or for the speaker itself.
    """
    somebody, note = editor_of(editor), clean_note(note)
    stories = stories_of(speaker)
    lock(*stories)
    speaker, into = _both_held(speaker, into)
    chosen = _some_names(speaker, names)
    scope = Scope(stories=set(stories), speakers={speaker.pk, into.pk})
    told = {"speaker": speaker.pk, "names": sorted(chosen), "name": into.name, "into": into.pk}
    with recorded(Decision.Verb.SPLIT_SPEAKER, scope, editor=somebody, note=note, **told):
        _hand_over_names(speaker, into, chosen)
        link_stories(stories)
    return into


def _both_held(speaker: Speaker, into: Speaker) -> tuple[Speaker, Speaker]:
    """Two speakers as they are once nobody else decides about them."""
    rows = {
        row.pk: row
        for row in Speaker.objects.select_for_update().filter(pk__in=[speaker.pk, into.pk]).order_by("pk")
    }
    if len(rows) < 2:
        raise InvalidDecision(_("A speaker cannot be merged with itself. Choose another one."))
    speaker, into = rows[speaker.pk], rows[into.pk]
    if speaker.merged_into_id or into.merged_into_id:
        raise InvalidDecision(_("One of these speakers was merged into another before. Open the page again."))
    return speaker, into


def _some_names(speaker: Speaker, names: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    chosen = set(names)
    if not chosen or not chosen < set(speaker.aliases.values_list("name", "language")):
        raise InvalidDecision(
            _("Choose some of this speaker’s names, not all of them, to make a speaker of their own.")
        )
    return chosen


def _hand_over_names(speaker: Speaker, new: Speaker, chosen: Collection[tuple[str, str]]) -> None:
    """Give some names of a speaker to another one, with what is credited to those names.

    A name that was split off before stays split off from whom machines take it for.
    """
    old = speaker.aliases.filter(_named("name", "language", chosen)).order_by("name", "language")
    origins = {(one.name, one.language): one.split_from_id or speaker.pk for one in old}
    old.delete()
    for (name, language), origin in origins.items():
        # What was split off them before is theirs again.
        split_from = None if origin == new.pk else origin
        fields = {"split_from_id": split_from, "is_hidden": False}
        Alias.objects.update_or_create(speaker=new, name=name, language=language, defaults=fields)
    rows = Attribution.objects.filter(speaker=speaker)
    rows.filter(_named("speaker_name", "article__language", chosen)).update(speaker=new)
    for claim in Claim.objects.filter(speaker=speaker, attributions__speaker=new).distinct():
        counts = Counter(
            claim.attributions.filter(speaker__in=[speaker, new]).values_list("speaker", flat=True)
        )
        if not counts[speaker.pk]:
            claim.speaker = new
            claim.save(update_fields=["speaker"])


def _named(name: str, language: str, chosen: Collection[tuple[str, str]]) -> Q:
    found = Q(pk__in=[])
    for one, code in sorted(chosen):
        found |= Q(**{name: one, language: code})
    return found


def _check_kind(kind: str) -> None:
    if kind not in Speaker.Kind.values:
        raise InvalidDecision(_("There is no such kind of speaker. Choose one from the list."))


def _free_slug(name: str) -> str:
    slug = slugify(name)[: LONGEST_SLUG - 5] or "speaker"
    taken = set(Speaker.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(
        one for one in (f"{slug}-{number}" for number in range(2, len(taken) + 3)) if one not in taken
    )


def _take_names_along(speaker: Speaker, into: Speaker) -> None:
    """The names of one become names of the other; what an editor had split off between the two is one again."""
    known = set(into.aliases.values_list("name", "language"))
    for alias in speaker.aliases.all():
        if (alias.name, alias.language) not in known:
            Alias.objects.filter(pk=alias.pk).update(speaker=into)
            continue
        # First, for a name is split off a speaker only once.
        Alias.objects.filter(pk=alias.pk).delete()
        if alias.split_from_id not in {None, into.pk}:
            same = into.aliases.filter(name=alias.name, language=alias.language)
            same.filter(Q(split_from=None) | Q(split_from=speaker)).update(split_from=alias.split_from_id)
    Alias.objects.filter(speaker=into, split_from=into).update(split_from=None)
    for alias in Alias.objects.filter(split_from=speaker):
        taken = Alias.objects.filter(split_from=into, name=alias.name, language=alias.language).exists()
        keeps = None if taken or alias.speaker_id == into.pk else into
        Alias.objects.filter(pk=alias.pk).update(split_from=keeps)
