-- Runs of reading stored articles again, by the rules of another version.
CREATE TABLE reprocessings (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_by    text NOT NULL,
    whole         boolean NOT NULL,
    rules_version text NOT NULL,
    former_rules  text[] NOT NULL,
    total         bigint NOT NULL,
    without_text  bigint NOT NULL,
    done          bigint NOT NULL DEFAULT 0,
    failed        bigint NOT NULL DEFAULT 0,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    cancelled     boolean NOT NULL DEFAULT false
);

-- One at a time.
CREATE UNIQUE INDEX reprocessing_under_way ON reprocessings ((true)) WHERE finished_at IS NULL;

-- What callers asked for by an id of theirs, so that a request that comes again gets the same answer.
CREATE TABLE reprocessing_requests (
    request_id uuid PRIMARY KEY,
    number     bigint NOT NULL REFERENCES reprocessings,
    joined     boolean NOT NULL
);

-- What a run has still to read. A copy of the service takes a batch at a time; a row goes in the transaction that brings its effect.
CREATE TABLE reprocessing_queue (
    number     bigint NOT NULL,
    batch      integer NOT NULL,
    article_id text NOT NULL,
    version_id text NOT NULL,
    PRIMARY KEY (number, batch, article_id, version_id)
);

DROP INDEX changes_of_reprocessing;
CREATE INDEX changes_of_reprocessing ON changes (reprocessing, entry_id COLLATE "C", version) WHERE reprocessing IS NOT NULL;
