"""An editor's verdict on a claim: added to the earlier ones, never in their place."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import transaction

from articles.models import Story
from claims.errors import ClaimGone, InvalidVerdict, NotAnEditor
from claims.models import Claim, Verdict

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

    Raises NotAnEditor; InvalidVerdict when `about`, `status` or the note is not acceptable; ClaimGone.
    """
    if not isinstance(editor, User) or not is_editor(editor):
        raise NotAnEditor("Only members of the group Editors give verdicts. Ask an administrator to add you.")
    note = note.replace("\r\n", "\n").strip()
    _check(about=about, status=status, note=note)
    # Waits for a linking that is under way, which must know the verdict before it empties the claim, or come first.
    Story.objects.select_for_update(no_key=True).get(pk=claim.story_id)
    if not claim.attributions.exists():
        raise ClaimGone(
            "All wordings of this claim belong to other claims now. Open the story again and choose one."
        )
    return Verdict.objects.create(claim=claim, editor=editor, about=about, status=status, note=note)


def _check(*, about: str, status: str, note: str) -> None:
    if about not in Verdict.About.values:
        raise InvalidVerdict(f"A verdict is about one of {', '.join(Verdict.About.values)}, not {about!r}.")
    if status not in Verdict.Status.values:
        raise InvalidVerdict(f"A verdict is one of {', '.join(Verdict.Status.values)}, not {status!r}.")
    if "\0" in note:
        raise InvalidVerdict("The note holds a character that cannot be kept (NUL). Take it out.")
    if len(note) > LONGEST_NOTE:
        raise InvalidVerdict(f"The note has {len(note)} characters; shorten it to at most {LONGEST_NOTE}.")
