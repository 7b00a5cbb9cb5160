"""Editors undo what was decided: every row is again what it was, and machines go on from there."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Attribution, Claim, Decision, Speaker
from claims.services.changes import Change, Scope, meet, put_back, with_heirs
from claims.services.deciding import Somebody, clean_note, editor_of, lock, undone_ids, write_down
from claims.services.placing import take_back_story
from claims.services.recording import heirs_of
from claims.services.settling import bring_up, link_stories
from claims.services.wordings import exact_words


@transaction.atomic
def undo(*, decision: Decision, editor: Somebody, note: str = "") -> Decision:
    """Put back what a decision changed; gives the record of the undoing.

    What was merged has its own address again, what was split is one again. Then the stories are linked anew, so that
    reports which came in between find their place, too. Of words that no report has any more, since a text was
    corrected, only the record comes back; the undoing's details have them as ``gone``.

    Raises NotAnEditor; InvalidDecision when it was undone before, is itself an undoing, or a later decision rests on it.
    """
    somebody, note = editor_of(editor), clean_note(note)
    about = Scope(*(set(decision.details.get(name, ())) for name in ("stories", "claims")))
    about.speakers = set(decision.details.get("speakers", ()))
    lock(*about.stories)
    list(Speaker.objects.select_for_update().filter(pk__in=about.speakers).order_by("pk"))
    _check(decision)
    changes = decision.details["changes"]
    put_back(changes)
    told = {"undone": decision.pk, "verb_undone": decision.verb, "gone": _words_gone(changes)}
    # First, for linking goes by the decisions that stand.
    undoing = write_down(Decision.Verb.UNDO, about, editor=somebody, note=note, **told)
    _bring_up(decision, about)
    _lead_back(decision)
    return undoing


def _words_gone(changes: Iterable[Change]) -> list[str]:
    """The wordings that were decided about and that no report has any more, under their own or another id."""
    ids = {change["id"][0] for change in changes if change["of"] == "attribution"}
    rows = Attribution.objects.filter(pk__in=ids).exclude(state=Attribution.State.CURRENT)
    heirs = heirs_of({row.pk for row in rows})
    of_any = Attribution.objects.filter(pk__in=[pk for own in heirs.values() for pk in own])
    standing = set(of_any.filter(state=Attribution.State.CURRENT).values_list("pk", flat=True))
    return [exact_words(row) for row in rows.order_by("pk") if not standing & set(heirs.get(row.pk, ()))]


def _check(decision: Decision) -> None:
    if decision.verb == Decision.Verb.UNDO:
        raise InvalidDecision(_("An undoing is not undone. Decide anew instead."))
    if "changes" not in decision.details:
        raise InvalidDecision(_("What this decision changed was not noted at its time. Decide anew instead."))
    if undone_ids([decision.pk]):
        raise InvalidDecision(_("This decision was undone before. Open the page again."))
    later = _later(decision)
    if later is not None:
        raise InvalidDecision(
            _("A later decision rests on this one (%(when)s, %(who)s). Undo that one first.")
            % {
                "when": f"{later.created_at:%Y-%m-%d %H:%M}",
                "who": later.editor.get_full_name() or later.editor.get_username(),
            }
        )


def _later(decision: Decision) -> Decision | None:
    """The newest decision that stands and changed what this one had changed."""
    details = decision.details
    shared = Q(pk__in=[])
    for name in ("stories", "speakers"):
        for pk in details.get(name, ()):
            shared |= Q(details__contains={name: [pk]})
    after = Decision.objects.filter(shared, pk__gt=decision.pk).exclude(verb=Decision.Verb.UNDO)
    undone = undone_ids(after.values_list("pk", flat=True))
    changes = with_heirs(details["changes"])
    # Read to the end, though one would do: a cursor that is left open would be in the way of the next query.
    resting = [
        one.pk
        for one in after.order_by("-pk").iterator()
        if one.pk not in undone and meet(changes, one.details.get("changes", ()))
    ]
    return Decision.objects.get(pk=resting[0]) if resting else None


def _bring_up(decision: Decision, about: Scope) -> None:
    _take_out_of_left_stories(decision)
    changes = with_heirs(decision.details["changes"])
    touched = {change["id"][0] for change in changes if change["of"] == "attribution"}
    now = Attribution.objects.filter(pk__in=touched).values_list("claim_id", flat=True)
    claims = Claim.objects.filter(pk__in={*now, *about.claims}).select_related("speaker", "story")
    bring_up(*(claim for claim in claims if claim.merged_into_id is None))
    link_stories(about.stories)
    if decision.details.get("begun"):
        take_back_story(decision)


def _take_out_of_left_stories(decision: Decision) -> None:
    """What an article says belongs to no claim of a story that the article has left; linking looks at those alone
    that are in it."""
    for change in decision.details["changes"]:
        if change["of"] == "article":
            left = change["after"]["story_id"]
            rows = Attribution.objects.filter(article=change["id"][0], claim__story=left)
            rows.exclude(article__story=left).update(claim=None, claim_pinned=False, is_headline=False)


def _lead_back(decision: Decision) -> None:
    """The address of what a split had made leads to what it is part of again."""
    details = decision.details
    if decision.verb == Decision.Verb.SPLIT_CLAIM:
        Claim.objects.filter(pk=details["new"], attributions=None).update(merged_into=details["claim"])
    if decision.verb == Decision.Verb.SPLIT_SPEAKER and "new" in details:
        Speaker.objects.filter(pk=details["new"]).update(merged_into=details["speaker"])
