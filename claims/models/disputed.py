"""How claims stand to one another, where reports disagree, and what editors decided about that."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from claims.models.said import Attribution, Claim


class Origin(models.TextChoices):
    """Who says so. A machine's rows come and go with what it reads; an editor's stay."""

    MACHINE = "machine", "machine"
    EDITOR = "editor", "editor"


_DECIDED_BY_SOMEBODY = (Q(origin=Origin.MACHINE) & Q(rejected_at=None)) | Q(editor__isnull=False)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True)
class Link(models.Model):
    """What one claim does to another. Of a symmetric kind the older claim is ``claim``, so that it is kept once.

    ``reason`` is a sentence in English, or an editor's own words; ``reason_key`` and ``reason_words`` let an interface
    say a machine's in its own language. A link that an editor rejected stays, so that no later run finds it anew.
    """

    class Kind(models.TextChoices):
        DENIES = "denies", "denies"
        SUPPORTS = "supports", "supports"
        CONTRADICTS = "contradicts", "contradicts"
        RELIES_ON = "relies-on", "relies on"

    SYMMETRIC = (Kind.SUPPORTS, Kind.CONTRADICTS)

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="linked_from")
    kind = models.TextField(choices=Kind.choices)
    origin = models.TextField(choices=Origin.choices, default=Origin.MACHINE)
    score = models.FloatField(help_text="how sure it is, 0 to 1; an editor is sure")
    reason = models.TextField(blank=True, default="")
    reason_key = models.TextField(blank=True, default="")
    reason_words = models.JSONField(blank=True, default=dict)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="links",
        help_text="who made or rejected it",
    )
    rejected_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            # Also finds the links of a claim.
            models.UniqueConstraint(fields=["claim", "target", "kind"], name="link_once_a_kind"),
            models.CheckConstraint(condition=~Q(claim=models.F("target")), name="link_to_another_claim"),
            models.CheckConstraint(
                condition=Q(kind__in=["denies", "relies-on"]) | Q(claim__lt=models.F("target")),
                name="link_symmetric_once",
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="link_score_0_to_1"),
            models.CheckConstraint(condition=_DECIDED_BY_SOMEBODY, name="link_decided_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"Claim {self.claim_id} {self.get_kind_display()} claim {self.target_id}"


class Conflict(models.Model):
    """Reports disagree on who said a claim, when, or what; both sides, and no winner.

    ``sides`` is a list of ``{"value", "label", "attributions"}``: a speaker's slug, an ISO day or words, what to show,
    and the ids of the attributions that have it so. ``other`` is the claim of the second side where that is another.
    A conflict that an editor settled is still shown, with what settled it; a rejected one is none and is not.
    """

    class Kind(models.TextChoices):
        WHO = "who", "who said it"
        WHEN = "when", "which day"
        WHAT = "what", "what was said"

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="conflicts")
    other = models.ForeignKey(
        Claim, null=True, blank=True, on_delete=models.CASCADE, related_name="conflicts_beside"
    )
    kind = models.TextField(choices=Kind.choices)
    origin = models.TextField(choices=Origin.choices, default=Origin.MACHINE)
    sides = models.JSONField(default=list)
    score = models.FloatField()
    reason = models.TextField(blank=True, default="")
    reason_key = models.TextField(blank=True, default="")
    reason_words = models.JSONField(blank=True, default=dict)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="conflicts",
        help_text="who found, settled or rejected it",
    )
    rejected_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settlement = models.TextField(blank=True, default="", help_text="what settled it, in the editor's words")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            # Also finds the conflicts of a claim.
            models.UniqueConstraint(
                fields=["claim", "other", "kind"], name="conflict_once_a_kind", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(other=None) | Q(claim__lt=models.F("other")), name="conflict_between_claims_once"
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="conflict_score_0_to_1"),
            models.CheckConstraint(condition=_DECIDED_BY_SOMEBODY, name="conflict_decided_by_somebody"),
            models.CheckConstraint(
                condition=Q(settled_at=None) | Q(editor__isnull=False), name="conflict_settled_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"Conflict: {self.get_kind_display()}"


class Drift(models.Model):
    """One thing that a wording adds to its claim's reference wording, leaves out or changes; found by machines only.

    ``pieces`` and ``reference_pieces`` are evidence of the two attributions' articles, as in ``Attribution.content``.
    """

    class Kind(models.TextChoices):
        ADDS = "adds", "adds"
        OMITS = "omits", "leaves out"
        MODALITY = "modality", "hedges or states as a fact"
        NUMBER = "number", "another number"
        NEGATION = "negation", "turned round"
        ACTOR = "actor", "somebody else acts"
        NAME = "name", "another name"
        QUOTE = "quote", "quotes other words"
        REWORDED = "reworded", "says something else"

    attribution = models.ForeignKey(Attribution, on_delete=models.CASCADE, related_name="drifts")
    reference = models.ForeignKey(Attribution, on_delete=models.CASCADE, related_name="measured")
    kind = models.TextField(choices=Kind.choices)
    reason = models.TextField()
    reason_key = models.TextField()
    reason_words = models.JSONField(default=dict)
    pieces = models.JSONField(default=list)
    reference_pieces = models.JSONField(default=list)

    class Meta:
        indexes = [
            # A wording's drift.
            models.Index(fields=["attribution", "kind"], name="drift_attribution"),
        ]

    def __str__(self) -> str:
        return self.reason


class Decision(models.Model):
    """What an editor did to claims or speakers other than judging them; append-only, so an undoing is one, too.

    ``details`` lists the ids of ``stories``, ``claims`` and ``speakers`` that it is about, the ``changes`` to their rows
    (`claims.services.changes`), and what a reader is told of it.
    """

    class Verb(models.TextChoices):
        MERGE_CLAIMS = "merge-claims", "merged claims"
        SPLIT_CLAIM = "split-claim", "split a claim"
        MOVE_WORDING = "move-wording", "moved a wording"
        REJECT_WORDING = "reject-wording", "rejected a wording"
        CHOOSE_HEADLINE = "choose-headline", "chose a headline"
        CLEAR_HEADLINE = "clear-headline", "took a headline back"
        MAKE_LINK = "make-link", "made a link"
        CONFIRM_LINK = "confirm-link", "confirmed a link"
        REJECT_LINK = "reject-link", "removed a link"
        REJECT_CONFLICT = "reject-conflict", "found no conflict"
        SETTLE_CONFLICT = "settle-conflict", "settled a conflict"
        REOPEN_CONFLICT = "reopen-conflict", "opened a conflict again"
        MERGE_SPEAKERS = "merge-speakers", "merged speakers"
        SPLIT_SPEAKER = "split-speaker", "split a speaker"
        RENAME_SPEAKER = "rename-speaker", "renamed a speaker"
        SET_KIND = "set-kind", "set a speaker's kind"
        ADD_ALIAS = "add-alias", "added a name"
        REMOVE_ALIAS = "remove-alias", "removed a name"
        AFFILIATE = "affiliate", "noted for whom a speaker stands"
        DISAFFILIATE = "disaffiliate", "took back for whom a speaker stands"
        PLACE_ARTICLE = "place-article", "put an article into a story"
        DESCRIBE_STORY = "describe-story", "said what a story is about"
        UNDO = "undo", "undid a decision"

    verb = models.TextField(choices=Verb.choices)
    details = models.JSONField()
    note = models.TextField(blank=True, default="")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            # The decisions about a story, a claim or a speaker.
            GinIndex(fields=["details"], name="decision_about", opclasses=["jsonb_path_ops"]),
        ]
        triggers = [
            pgtrigger.Protect(name="decision_append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.get_verb_display()
