"""What editors found of a claim, and what of that they took back."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from claims.models.said import Claim


@pghistory.track(append_only=True)
class Verdict(models.Model):
    """An editor's tag on a claim: did they say it (attribution), or is it true (content)? Append-only.

    The latest of those that nobody has taken back counts.
    """

    class About(models.TextChoices):
        ATTRIBUTION = "attribution", "said it"
        CONTENT = "content", "true"

    class Status(models.TextChoices):
        VERIFIED = "verified", "verified"
        UNVERIFIED = "unverified", "unverified"

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    about = models.TextField(choices=About.choices)
    status = models.TextField(choices=Status.choices)
    note = models.TextField(blank=True, default="")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            # The latest verdict of each kind on a claim.
            models.Index(fields=["claim", "about", "-created_at"], name="verdict_latest"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.get_status_display()}"


class Withdrawal(models.Model):
    """An editor takes a verdict back, their own or another's: it stays to be read, and counts no more. Append-only."""

    # Once, whoever is quicker.
    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="withdrawal")
    note = models.TextField(blank=True, default="")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="withdrawals")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        triggers = [
            pgtrigger.Protect(name="withdrawal_append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Taken back: {self.verdict}"
