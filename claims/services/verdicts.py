"""An editor's verdict on a claim: added to the earlier ones, never in their place; and taken back, never deleted."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story
from claims.errors import ClaimGone, InvalidVerdict, NotAnEditor
from claims.models import Claim, Verdict, Withdrawal

EDITORS = "Editors"  # the group, made by a migration
LONGEST_NOTE = 4000  # code points; about two pages: a reason, not a document


def is_editor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether somebody may decide: an active member of the group Editors, or a superuser."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or user.groups.filter(name=EDITORS).exists()


@transaction.atomic
def give_verdict(
    *, claim: Claim, editor: AbstractBaseUser | AnonymousUser, about: str, status: str, note: str = ""
) -> Verdict:
    """Tag a claim, about whether it was said (`attribution`) or whether it is true (`content`).

    An editor who says the very same twice, as by a second click, has said it once: that gives the first.

    Raises NotAnEditor; InvalidVerdict when `about`, `status` or the note is not acceptable; ClaimGone.
    """
    somebody, note = _editor(editor), _clean(note)
    _check(about=about, status=status)
    _wait_for_linking(claim)
    if not claim.attributions.exists():
        raise ClaimGone(
            "All wordings of this claim belong to other claims now. Open the story again and choose one."
        )
    counts = Verdict.objects.filter(claim=claim, about=about, withdrawal=None).first()
    if counts and (counts.editor, counts.status, counts.note) == (somebody, status, note):
        return counts
    return Verdict.objects.create(claim=claim, editor=somebody, about=about, status=status, note=note)


@transaction.atomic
def withdraw_verdict(
    *, verdict: Verdict, editor: AbstractBaseUser | AnonymousUser, note: str = ""
) -> Withdrawal:
    """Let a verdict count no more; the one before it on the same question counts again, unless taken back, too.

    Raises NotAnEditor; InvalidVerdict when it was taken back before, or for a note that is not acceptable.
    """
    somebody, note = _editor(editor), _clean(note)
    _wait_for_linking(verdict.claim)
    before = Withdrawal.objects.select_related("editor").filter(verdict=verdict).first()
    if before is not None:
        who = before.editor.get_full_name() or before.editor.get_username()
        raise InvalidVerdict(_("%(who)s has taken this verdict back already.") % {"who": who})
    return Withdrawal.objects.create(verdict=verdict, editor=somebody, note=note)


def _editor(user: AbstractBaseUser | AnonymousUser) -> User:
    if not isinstance(user, User) or not is_editor(user):
        raise NotAnEditor("Only members of the group Editors give verdicts. Ask an administrator to add you.")
    return user


def _clean(note: str) -> str:
    note = note.replace("\r\n", "\n").strip()
    if "\0" in note:
        raise InvalidVerdict("The note holds a character that cannot be kept (NUL). Take it out.")
    if len(note) > LONGEST_NOTE:
        raise InvalidVerdict(f"The note has {len(note)} characters; shorten it to at most {LONGEST_NOTE}.")
    return note


def _check(*, about: str, status: str) -> None:
    if about not in Verdict.About.values:
        raise InvalidVerdict(f"A verdict is about one of {', '.join(Verdict.About.values)}, not {about!r}.")
    if status not in Verdict.Status.values:
        raise InvalidVerdict(f"A verdict is one of {', '.join(Verdict.Status.values)}, not {status!r}.")


def _wait_for_linking(claim: Claim) -> None:
    """A linking that is under way must know the verdict before it empties the claim, or come first."""
    Story.objects.select_for_update(no_key=True).get(pk=claim.story_id)
