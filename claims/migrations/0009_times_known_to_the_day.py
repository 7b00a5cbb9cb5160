"""Every time that was kept before was a day."""

from django.db import migrations

TO_THE_DAY = """
UPDATE claims_attribution SET said_on_precision = 'day' WHERE said_on IS NOT NULL;
UPDATE claims_claim SET said_on_precision = 'day' WHERE said_on IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_precision_of_times")]

    operations = [migrations.RunSQL(TO_THE_DAY, migrations.RunSQL.noop)]
