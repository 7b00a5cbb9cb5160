"""The words with which a report hedges, kept beside each attribution and held to their text like its other evidence."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


def orphan(pieces: str) -> str:
    """What marks evidence that a changed text breaks; see 0002_orphan_evidence."""
    return f"""
CREATE OR REPLACE FUNCTION claims_orphan_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claims_attribution AS attribution
    SET state = 'orphaned',
        claim_id = CASE
            WHEN attribution.state = 'retired' AND NOT attribution.claim_pinned
                AND NOT EXISTS (SELECT FROM claims_verdict WHERE claims_verdict.claim_id = attribution.claim_id)
            THEN NULL
            ELSE attribution.claim_id
        END
    WHERE attribution.article_id = NEW.id
        AND attribution.state <> 'orphaned'
        AND EXISTS (
            SELECT FROM jsonb_array_elements({pieces}) AS piece
            WHERE substr(
                NEW.text,
                (piece->>'start')::int + 1,
                (piece->>'end')::int - (piece->>'start')::int
            ) IS DISTINCT FROM piece->>'exact'
        );
    RETURN NULL;
END
$$;
"""


WITHOUT_HEDGES = "attribution.content || attribution.cue || attribution.source"
WITH_HEDGES = f"{WITHOUT_HEDGES} || attribution.hedges"


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0005_desk"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="attribution",
            name="evidence_stands",
        ),
        migrations.AddField(
            model_name="attribution",
            name="hedges",
            field=models.JSONField(default=list, help_text="the words that leave it open"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attribution",
            trigger=pgtrigger.compiler.Trigger(
                name="evidence_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE read_text TEXT; piece JSONB;",
                    func="\n    IF NEW.state = 'orphaned' THEN RETURN NEW; END IF;\n    IF jsonb_typeof(NEW.content) <> 'array' OR jsonb_typeof(NEW.cue) <> 'array' OR jsonb_typeof(NEW.source) <> 'array'\n        OR jsonb_typeof(NEW.hedges) <> 'array' OR NEW.content = '[]'::jsonb\n    THEN\n        RAISE EXCEPTION 'content, cue, source and hedges are lists of pieces, and the content is not empty'\n            USING ERRCODE = 'check_violation';\n    END IF;\n    SELECT text INTO read_text FROM articles_article WHERE id = NEW.article_id FOR SHARE;\n    FOR piece IN SELECT jsonb_array_elements(NEW.content || NEW.cue || NEW.source || NEW.hedges) LOOP\n        IF (\n            (piece->>'start')::int >= 0 AND (piece->>'end')::int > (piece->>'start')::int\n            AND (piece->>'end')::int <= char_length(read_text)\n            AND substr(read_text, (piece->>'start')::int + 1, (piece->>'end')::int - (piece->>'start')::int)\n                = (piece->>'exact')\n        ) IS NOT TRUE THEN\n            RAISE EXCEPTION 'article % does not read so: %', NEW.article_id, piece\n                USING ERRCODE = 'check_violation';\n        END IF;\n    END LOOP;\n    RETURN NEW;\n",
                    hash="877e8be77b003cbbc0e2b6d768fb5e8aab6fe905",
                    operation='INSERT OR UPDATE OF "article_id", "content", "cue", "source", "hedges", "state"',
                    pgid="pgtrigger_evidence_stands_d0ce4",
                    table="claims_attribution",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(orphan(WITH_HEDGES), orphan(WITHOUT_HEDGES)),
    ]
