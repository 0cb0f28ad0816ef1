-- What each version of an article says. Mentions are a function of it; the text is kept so that better rules can read it again.
CREATE TABLE readings (
    article_id                 text NOT NULL,
    -- Empty for an article from before versions were told apart.
    version_id                 text NOT NULL,
    stands_from                timestamptz NOT NULL,
    stands_from_offset_minutes smallint NOT NULL,
    received_at                timestamptz NOT NULL,
    withdrawn                  boolean NOT NULL,
    -- The article as it came; null for one that was read before texts were kept, which cannot be read again.
    article                    jsonb,
    -- Mentions with their ids, as if the version were the only one.
    mentions                   jsonb NOT NULL,
    rules_version              text NOT NULL,
    PRIMARY KEY (article_id, version_id)
);

INSERT INTO readings (article_id, version_id, stands_from, stands_from_offset_minutes, received_at, withdrawn, mentions, rules_version)
SELECT article_id, '', min(published_at), min(published_utc_offset_minutes), min(received_at), false,
       jsonb_agg(jsonb_build_object(
           'id', id, 'article_id', article_id, 'published_at', to_char(published_at AT TIME ZONE 'UTC' + make_interval(mins => published_utc_offset_minutes), 'YYYY-MM-DD"T"HH24:MI:SS.US')
               || CASE WHEN published_utc_offset_minutes < 0 THEN '-' ELSE '+' END
               || to_char(make_interval(mins => abs(published_utc_offset_minutes)), 'HH24:MI'),
           'received_at', to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
           'intake', intake, 'outlet', outlet, 'url', url, 'mention', mention) ORDER BY id),
       min(rules_version)
FROM mentions GROUP BY article_id;

ALTER TABLE mentions
    ADD COLUMN version text,
    -- From when on the article says it no more; null where it still does. The ledger as it is holds only those.
    ADD COLUMN until timestamptz,
    ADD COLUMN until_received_at timestamptz,
    -- The days that it reaches: two mentions that may speak of one matter have one in common. Of older rows it is not known.
    ADD COLUMN near datemultirange NOT NULL DEFAULT '{(,)}';

CREATE INDEX mentions_by_article ON mentions (article_id);
CREATE INDEX mentions_ended ON mentions (until) WHERE until IS NOT NULL;
