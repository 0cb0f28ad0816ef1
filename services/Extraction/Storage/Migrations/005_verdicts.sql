-- What analysts say of the ledger. Facts: they are withdrawn, never deleted.
CREATE TABLE verdicts (
    id             text PRIMARY KEY,
    kind           text NOT NULL,
    -- It speaks of one step, not of the entry that holds it.
    of_step        boolean NOT NULL,
    -- The entries that it was given on, as they were called then.
    entry_id       text NOT NULL,
    other_entry_id text,
    field          text,
    value          jsonb,
    reason         text NOT NULL,
    made_by        text NOT NULL,
    made_at        timestamptz NOT NULL,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    -- The sentence of that step, as it was then.
    step_article   text,
    step_start     integer,
    -- Tells a request that is repeated from another that goes by the same id.
    request_digest text NOT NULL
);

CREATE INDEX verdicts_in_order ON verdicts (made_at, id);

-- The mentions that it speaks of: of an entry all that it had then, of which the first that still stands speaks for it. A mention that comes in the place
-- of another has that one's rank.
CREATE TABLE verdict_mentions (
    verdict_id text NOT NULL REFERENCES verdicts,
    of_other   boolean NOT NULL,
    rank       integer NOT NULL,
    mention_id text NOT NULL,
    PRIMARY KEY (verdict_id, of_other, mention_id)
);

CREATE INDEX verdict_mentions_by_mention ON verdict_mentions (mention_id);

-- An analyst says that the text does not say so.
ALTER TABLE mentions ADD COLUMN refuted boolean NOT NULL DEFAULT false;

-- What it changed when it was given.
CREATE TABLE verdict_changes (
    verdict_id text NOT NULL REFERENCES verdicts,
    rank       integer NOT NULL,
    entry_id   text NOT NULL,
    version    integer NOT NULL,
    PRIMARY KEY (verdict_id, rank)
);
