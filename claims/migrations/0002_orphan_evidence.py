"""When an article's text changes, whatever its road, the evidence that no longer stands in it is orphaned at once.

The trigger lies on the articles' table but belongs here: articles know nothing of claims. Evidence at the same place
with the same words stays as it is, anything else is marked, never moved. A retired attribution that breaks leaves
its claim too, unless an editor pinned it or judged that claim: it had been withdrawn before.
"""

from django.db import migrations

ORPHAN = """
CREATE FUNCTION claims_orphan_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
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
            SELECT FROM jsonb_array_elements(attribution.content || attribution.cue || attribution.source) AS piece
            WHERE substr(
                NEW.text,
                (piece->>'start')::int + 1,
                (piece->>'end')::int - (piece->>'start')::int
            ) IS DISTINCT FROM piece->>'exact'
        );
    RETURN NULL;
END
$$;
CREATE TRIGGER claims_orphan_evidence
    AFTER UPDATE OF text ON articles_article
    FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text)
    EXECUTE FUNCTION claims_orphan_evidence();
"""

LET_STAND = """
DROP TRIGGER claims_orphan_evidence ON articles_article;
DROP FUNCTION claims_orphan_evidence();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [migrations.RunSQL(ORPHAN, LET_STAND)]
