"""Editors say what else is known of a speaker: other names, and for whom it stands. Later runs leave it so."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Language, Story
from claims.errors import InvalidDecision, NameTaken
from claims.models import Affiliation, Alias, Decision, Speaker
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.settling import link_stories

LONGEST_NAME = 200  # code points; a name, not a description


@transaction.atomic
def add_alias(*, speaker: Speaker, name: str, language: str, editor: Somebody, note: str = "") -> Alias:
    """Note another name of a speaker in one language. It helps people find them; to make two one, merge them.

    Raises NotAnEditor; InvalidDecision for a name that is none or known, or a language that we do not read.
    """
    somebody, note, name = editor_of(editor), clean_note(note), clean_name(name)
    if language not in Language.values:
        raise InvalidDecision(_("A name is German, English or French. Choose one from the list."))
    speaker = held(speaker)
    if speaker.aliases.filter(name=name, language=language, is_hidden=False).exists():
        raise InvalidDecision(_("The speaker has that name in that language already. Type another one."))
    told = {"speaker": speaker.pk, "name": name, "language": language}
    with recorded(Decision.Verb.ADD_ALIAS, about_speakers(speaker), editor=somebody, note=note, **told):
        alias: Alias = Alias.objects.update_or_create(
            speaker=speaker, name=name, language=language, defaults={"is_hidden": False}
        )[0]
    return alias


@transaction.atomic
def remove_alias(*, alias: Alias, editor: Somebody, note: str = "") -> None:
    """Take a name off a speaker's list. It stays off, though articles go on to use it.

    Raises NotAnEditor; InvalidDecision for a name that is off already.
    """
    somebody, note = editor_of(editor), clean_note(note)
    speaker = held(alias.speaker)
    found = speaker.aliases.filter(pk=alias.pk, is_hidden=False)
    if not found:
        raise InvalidDecision(_("This name was taken off the list before. Open the speaker again."))
    told = {"speaker": speaker.pk, "name": alias.name, "language": alias.language}
    with recorded(Decision.Verb.REMOVE_ALIAS, about_speakers(speaker), editor=somebody, note=note, **told):
        found.update(is_hidden=True)


@transaction.atomic
def affiliate(*, speaker: Speaker, of: Speaker, role: str, editor: Somebody, note: str = "") -> Affiliation:
    """Note for whom a speaker stands. Raises NotAnEditor; InvalidDecision for oneself, what is noted, or no such role."""
    somebody, note = editor_of(editor), clean_note(note)
    if role not in Affiliation.Role.values:
        raise InvalidDecision(_("There is no such relation. Choose one from the list."))
    lock(*stories_of(speaker))
    speaker = held(speaker)
    of = Speaker.objects.select_related("merged_into").get(pk=of.pk)
    of = of.merged_into or of
    if speaker == of:
        raise InvalidDecision(_("A speaker does not stand for itself. Choose another one."))
    if Affiliation.objects.filter(speaker=speaker, of=of, role=role).exists():
        raise InvalidDecision(_("That is noted already."))
    told = {"speaker": speaker.pk, "of": of.pk, "role": role, "name": of.name}
    with recorded(Decision.Verb.AFFILIATE, about_speakers(speaker), editor=somebody, note=note, **told):
        row = Affiliation.objects.create(speaker=speaker, of=of, role=role)
        link_stories(stories_of(speaker))
    return row


@transaction.atomic
def disaffiliate(*, affiliation: Affiliation, editor: Somebody, note: str = "") -> None:
    """Take back for whom a speaker stands. Raises NotAnEditor; InvalidDecision when it is taken back already."""
    somebody, note = editor_of(editor), clean_note(note)
    lock(*stories_of(affiliation.speaker))
    speaker = held(affiliation.speaker)
    row = Affiliation.objects.select_related("of").filter(pk=affiliation.pk).first()
    if row is None:
        raise InvalidDecision(_("That was taken back before. Open the speaker again."))
    told = {"speaker": speaker.pk, "of": row.of_id, "role": row.role, "name": row.of.name}
    with recorded(Decision.Verb.DISAFFILIATE, about_speakers(speaker), editor=somebody, note=note, **told):
        row.delete()
        link_stories(stories_of(speaker))


def held(speaker: Speaker) -> Speaker:
    """The speaker as it is once nobody else decides about it. Raises InvalidDecision for one that was merged away."""
    row = Speaker.objects.select_for_update().get(pk=speaker.pk)
    if row.merged_into_id:
        raise InvalidDecision(_("This speaker was merged into another before. Open the page again."))
    return row


def about_speakers(*speakers: Speaker) -> Scope:
    """The scope of what touches no claim and no wording; the stories are those that tell of them."""
    stories = {pk for speaker in speakers for pk in stories_of(speaker)}
    return Scope(stories=stories, speakers={speaker.pk for speaker in speakers})


def stories_of(speaker: Speaker) -> list[int]:
    said = (
        Q(claims__speaker=speaker)
        | Q(articles__attributions__speaker=speaker)
        | Q(articles__attributions__via=speaker)
    )
    return sorted(Story.objects.filter(said).values_list("pk", flat=True).distinct())


def clean_name(name: str) -> str:
    """A name with single blanks. Raises InvalidDecision."""
    name = " ".join(name.split())
    if not name or "\0" in name or len(name) > LONGEST_NAME:
        raise InvalidDecision(_("Give a name of 1 to %(most)s characters.") % {"most": LONGEST_NAME})
    return name


def namesake_of(speaker: Speaker, name: str) -> Speaker | None:
    """Another speaker whom readers know by this name, however it is spaced or capitalised."""
    others = Speaker.objects.filter(merged_into=None).exclude(pk=speaker.pk)
    return others.filter(name__iexact=" ".join(name.replace("\0", "").split())).order_by("pk").first()


def check_name_is_free(speaker: Speaker, name: str) -> None:
    """Raises NameTaken."""
    if namesake_of(speaker, name):
        raise NameTaken(_("There is a speaker of this name already. Are the two one and the same?"))


def take_affiliations_along(speaker: Speaker, into: Speaker) -> None:
    """What is noted of one of two speakers that become one is noted of the other."""
    ends = Affiliation.objects.filter(speaker=speaker) | Affiliation.objects.filter(of=speaker)
    for row in ends:
        one, other = (into.pk if pk == speaker.pk else pk for pk in (row.speaker_id, row.of_id))
        row.delete()
        if one != other:
            Affiliation.objects.get_or_create(speaker_id=one, of_id=other, role=row.role)
