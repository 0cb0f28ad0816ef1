-- The row of an article is the version that stands, with the publication of the earliest; where there was never another version, it is the only one.
ALTER TABLE articles
    -- From when on that version stands; null where it does from the publication on.
    ADD COLUMN updated_at                 timestamptz,
    ADD COLUMN updated_utc_offset_minutes smallint,
    ADD COLUMN withdrawn                  boolean NOT NULL DEFAULT false,
    ADD COLUMN withdrawal_reason          text;

-- All versions of the articles that have more than one, the first among them, each as it came. Rows are added and never changed, but for told.
CREATE TABLE article_versions (
    article_id                   text NOT NULL REFERENCES articles,
    version_id                   text NOT NULL,
    title                        text,
    text                         text NOT NULL,
    outlet                       text,
    url                          text,
    published_at                 timestamptz NOT NULL,
    published_utc_offset_minutes smallint NOT NULL,
    published_basis              text NOT NULL,
    received_at                  timestamptz NOT NULL,
    intake                       text NOT NULL,
    updated_at                   timestamptz,
    updated_utc_offset_minutes   smallint,
    withdrawn                    boolean NOT NULL,
    withdrawal_reason            text,
    -- Nothing but its arrival says since when it stands.
    timed_by_arrival             boolean NOT NULL,
    -- The other services have heard of it; not of one that says what the version before it says.
    told                         boolean NOT NULL,
    PRIMARY KEY (article_id, version_id)
);
