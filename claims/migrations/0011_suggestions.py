"""What articles are about, by which a new one finds its story; the decision to put it there."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("claims", "0010_times_are_whole"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="verb",
            field=models.TextField(
                choices=[
                    ("merge-claims", "merged claims"),
                    ("split-claim", "split a claim"),
                    ("move-wording", "moved a wording"),
                    ("reject-wording", "rejected a wording"),
                    ("choose-headline", "chose a headline"),
                    ("clear-headline", "took a headline back"),
                    ("make-link", "made a link"),
                    ("confirm-link", "confirmed a link"),
                    ("reject-link", "removed a link"),
                    ("reject-conflict", "found no conflict"),
                    ("settle-conflict", "settled a conflict"),
                    ("reopen-conflict", "opened a conflict again"),
                    ("merge-speakers", "merged speakers"),
                    ("split-speaker", "split a speaker"),
                    ("rename-speaker", "renamed a speaker"),
                    ("set-kind", "set a speaker's kind"),
                    ("add-alias", "added a name"),
                    ("remove-alias", "removed a name"),
                    ("affiliate", "noted for whom a speaker stands"),
                    ("disaffiliate", "took back for whom a speaker stands"),
                    ("place-article", "put an article into a story"),
                    ("undo", "undid a decision"),
                ]
            ),
        ),
        migrations.CreateModel(
            name="ArticleTraits",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="traits",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("read_hash", models.TextField()),
                (
                    "marks",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("traits", models.JSONField()),
            ],
            options={
                "verbose_name_plural": "article traits",
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["marks"], name="traits_marks")],
            },
        ),
    ]
