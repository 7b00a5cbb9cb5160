"""Who says something, under which names, and for whom they stand."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), append_only=True)
class Speaker(models.Model):
    """Who says something: a person, a body, a publication or a document.

    Of two that an editor merged, one lives on as the other: whatever a machine finds under its slug goes there.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        ORGANISATION = "organisation", "organisation"
        PUBLICATION = "publication", "publication"
        DOCUMENT = "document", "document"
        GOVERNMENT = "government", "government"
        GROUP = "group", "group"
        UNKNOWN = "unknown", "unknown"

    slug = models.SlugField(unique=True, max_length=120)
    name = models.TextField()
    kind = models.TextField(choices=Kind.choices, default=Kind.UNKNOWN)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("pk")), name="speaker_merged_into_another"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """A name under which the articles of one language know a speaker.

    ``split_from`` is an editor's word: what machines take for that speaker under this name is this one. A name that an
    editor took off the list is hidden rather than deleted, or the next linking would note it again.
    """

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="aliases")
    name = models.TextField()
    language = models.TextField()
    split_from = models.ForeignKey(
        Speaker, null=True, blank=True, on_delete=models.CASCADE, related_name="split_off"
    )
    is_hidden = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["split_from", "name", "language"], name="alias_split_off_to_one_speaker"
            ),
            models.UniqueConstraint(fields=["speaker", "name", "language"], name="alias_once_a_speaker"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"


class Affiliation(models.Model):
    """For whom a speaker stands, as an editor says."""

    class Role(models.TextChoices):
        SPOKESPERSON_FOR = "spokesperson-for", "spokesperson for"
        EMBASSY_OF = "embassy-of", "embassy of"

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="affiliations")
    of = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="affiliates")
    role = models.TextField(choices=Role.choices)

    class Meta:
        constraints = [
            # Also finds those of a speaker.
            models.UniqueConstraint(fields=["speaker", "of", "role"], name="affiliation_once_a_role"),
            models.CheckConstraint(condition=~Q(speaker=models.F("of")), name="affiliation_with_another"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}, {self.get_role_display()} {self.of}"
