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
    withdrawn_at   timestamptz
);

CREATE INDEX verdicts_in_order ON verdicts (made_at, id);

-- The mentions that it speaks of: of an entry all that it had then, of which the first that still stands speaks for it.
CREATE TABLE verdict_mentions (
    verdict_id text NOT NULL REFERENCES verdicts,
    of_other   boolean NOT NULL,
    rank       integer NOT NULL,
    mention_id text NOT NULL,
    PRIMARY KEY (verdict_id, of_other, rank)
);

CREATE INDEX verdict_mentions_by_mention ON verdict_mentions (mention_id);

-- An analyst says that the text does not say so.
ALTER TABLE mentions ADD COLUMN refuted boolean NOT NULL DEFAULT false;
