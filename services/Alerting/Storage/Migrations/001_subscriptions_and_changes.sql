CREATE TABLE subscriptions (
    id         text PRIMARY KEY,
    name       text NOT NULL,
    -- Empty arrays allow everything.
    actors     text[] NOT NULL,
    types      text[] NOT NULL,
    statuses   text[] NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX subscriptions_in_order ON subscriptions (created_at, id);

-- Every change that is news, once. Streams read it behind the transaction horizon: positions are given before commits, so a reader
-- that trusted "position > last" would step over a row that commits late. A row is safe to read, and to go on from, once every
-- transaction that began before it is over.
CREATE TABLE changes (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    entry_id    text NOT NULL,
    version     integer NOT NULL,
    raised_at   timestamptz NOT NULL,
    change      jsonb NOT NULL,
    UNIQUE (entry_id, version)
);

CREATE INDEX changes_in_commit_order ON changes (transaction, position);
