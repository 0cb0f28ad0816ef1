-- What articles say. Everything else here is a function of it.
CREATE TABLE mentions (
    id                           text PRIMARY KEY,
    article_id                   text NOT NULL,
    published_at                 timestamptz NOT NULL,
    published_utc_offset_minutes smallint NOT NULL,
    received_at                  timestamptz NOT NULL,
    intake                       text NOT NULL,
    outlet                       text,
    url                          text,
    mention                      jsonb NOT NULL,
    rules_version                text NOT NULL,
    -- Mentions that may speak of one matter share a key: candidates are found, and blocks locked, by them.
    keys                         text[] NOT NULL,
    -- The id that an entry has which begins with this mention, so that an id once given out leads to whatever entry holds the mention now.
    own_entry_id                 text NOT NULL,
    -- The entry that holds it.
    entry_id                     text NOT NULL
);

CREATE INDEX mentions_by_key ON mentions USING gin (keys);
CREATE INDEX mentions_by_entry ON mentions (entry_id);
CREATE UNIQUE INDEX mentions_by_own_entry ON mentions (own_entry_id);
CREATE INDEX mentions_by_publication ON mentions (published_at);

CREATE TABLE entries (
    id         text PRIMARY KEY,
    version    integer NOT NULL,
    type       text NOT NULL,
    -- The first day, or the day of the first publication where no article names one: the order of lists.
    listed_on  date NOT NULL,
    actors     text[] NOT NULL,
    entry      jsonb NOT NULL,
    -- False for one that was merged into another or retracted; its versions go on counting should it come back.
    listed     boolean NOT NULL,
    -- Some change of it was news, so that whoever subscribes knows of it and must hear of its end.
    announced  boolean NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE INDEX entries_in_order ON entries (listed_on, id COLLATE "C") WHERE listed;
CREATE INDEX entries_by_actor ON entries USING gin (actors) WHERE listed;

CREATE TABLE changes (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Positions are given before commits: who reads the changes in order stays behind the oldest transaction that still runs.
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    entry_id    text NOT NULL,
    version     integer NOT NULL,
    change      jsonb NOT NULL,
    UNIQUE (entry_id, version)
);

CREATE INDEX changes_in_commit_order ON changes (transaction, position);
