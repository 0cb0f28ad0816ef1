CREATE TABLE articles (
    id                           text PRIMARY KEY,
    title                        text,
    -- As given, unchanged: evidence counts its offsets in it.
    text                         text NOT NULL,
    outlet                       text,
    url                          text,
    published_at                 timestamptz NOT NULL,
    -- "Yesterday" is the outlet's: the offset that its publication time came with.
    published_utc_offset_minutes smallint NOT NULL,
    published_basis              text NOT NULL,
    received_at                  timestamptz NOT NULL,
    intake                       text NOT NULL
);
