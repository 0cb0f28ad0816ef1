-- Addresses of feeds, which are their keys: of each only the hash is kept (SHA-256 of 256 random bits, from which it cannot be had).
CREATE TABLE feeds (
    subscription_id text PRIMARY KEY REFERENCES subscriptions (id) ON DELETE CASCADE,
    token_hash      bytea NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL
);
