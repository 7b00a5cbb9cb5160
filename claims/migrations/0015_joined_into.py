"""Where the words of a claim went that a machine emptied."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0014_story_described"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="joined_into",
            field=models.ManyToManyField(
                blank=True,
                help_text="the claims that its words went to when linking or a newer reading emptied it",
                related_name="joined",
                to="claims.claim",
            ),
        ),
    ]
