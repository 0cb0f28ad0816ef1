-- English stems, and no difference between "Cavusoglu" and "Çavuşoğlu".
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION parley (COPY = english);
ALTER TEXT SEARCH CONFIGURATION parley ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE TABLE articles (
    id           text PRIMARY KEY,
    title        text,
    text         text NOT NULL,
    outlet       text,
    url          text,
    published_at timestamptz NOT NULL,
    words        tsvector NOT NULL
);

-- The pending list of fastupdate stays on: inserts come in a stream, and it makes them half as dear.
CREATE INDEX articles_by_word ON articles USING gin (words);

CREATE TABLE entries (
    id        text PRIMARY KEY,
    version   integer NOT NULL,
    type      text NOT NULL,
    actors    text[] NOT NULL,
    -- The articles of its history.
    articles  text[] NOT NULL,
    latest_at timestamptz NOT NULL,
    entry     jsonb NOT NULL,
    -- False for one that was retracted or merged into another; the row stays so that a late, older message cannot bring it back.
    listed    boolean NOT NULL,
    words     tsvector NOT NULL
);

CREATE INDEX entries_by_word ON entries USING gin (words) WHERE listed;
CREATE INDEX entries_by_actor ON entries USING gin (actors) WHERE listed;
