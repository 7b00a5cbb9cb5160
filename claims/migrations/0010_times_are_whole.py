"""A time has a day and a precision or neither, and one that is not known to the day stands at its first day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("claims", "0009_times_known_to_the_day"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="attribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("said_on", None), ("said_on_precision", "")),
                    models.Q(
                        ("said_on__isnull", False),
                        models.Q(
                            ("said_on_precision", "day"),
                            models.Q(("said_on__iso_week_day", 1), ("said_on_precision", "week")),
                            models.Q(("said_on__day", 1), ("said_on_precision", "month")),
                            models.Q(
                                ("said_on__day", 1), ("said_on__month", 1), ("said_on_precision", "year")
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="attribution_time_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("said_on", None), ("said_on_precision", "")),
                    models.Q(
                        ("said_on__isnull", False),
                        models.Q(
                            ("said_on_precision", "day"),
                            models.Q(("said_on__iso_week_day", 1), ("said_on_precision", "week")),
                            models.Q(("said_on__day", 1), ("said_on_precision", "month")),
                            models.Q(
                                ("said_on__day", 1), ("said_on__month", 1), ("said_on_precision", "year")
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="claim_time_is_whole",
            ),
        ),
    ]
