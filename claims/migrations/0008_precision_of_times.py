"""How precisely the time of a saying is known: to the day, the week, the month or the year."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("claims", "0007_cache"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="attribution",
            name="said_on_precision",
            field=models.TextField(
                blank=True,
                choices=[("day", "day"), ("week", "week"), ("month", "month"), ("year", "year")],
                default="",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="said_on_precision",
            field=models.TextField(
                blank=True,
                choices=[("day", "day"), ("week", "week"), ("month", "month"), ("year", "year")],
                default="",
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="said_on_precision",
            field=models.TextField(
                blank=True,
                choices=[("day", "day"), ("week", "week"), ("month", "month"), ("year", "year")],
                default="",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="said_on",
            field=models.DateField(
                blank=True,
                help_text="the day most reports give, or the first of the week, month or year",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="claimevent",
            name="said_on",
            field=models.DateField(
                blank=True,
                help_text="the day most reports give, or the first of the week, month or year",
                null=True,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimevent" ("created_at", "id", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "said_on", "said_on_precision", "speaker_id", "stance", "story_id") VALUES (NEW."created_at", NEW."id", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."retired_at", NEW."said_on", NEW."said_on_precision", NEW."speaker_id", NEW."stance", NEW."story_id"); RETURN NULL;',
                    hash="11e5478c8efda15ad7a59ffae1bc8f0cca784c4c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df8fa",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_claimevent" ("created_at", "id", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "said_on", "said_on_precision", "speaker_id", "stance", "story_id") VALUES (NEW."created_at", NEW."id", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."retired_at", NEW."said_on", NEW."said_on_precision", NEW."speaker_id", NEW."stance", NEW."story_id"); RETURN NULL;',
                    hash="188aab601d76b7a06f5f7d78ea4188899283a312",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe4ba",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimevent" ("created_at", "id", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "said_on", "said_on_precision", "speaker_id", "stance", "story_id") VALUES (OLD."created_at", OLD."id", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."retired_at", OLD."said_on", OLD."said_on_precision", OLD."speaker_id", OLD."stance", OLD."story_id"); RETURN NULL;',
                    hash="da0e9d1241bc3f35674b0e732903077076449913",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbf31",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
    ]
