-- What is pushed: the alerts of subscriptions that have channels, the messages that they go out in, and the sending of these to each channel.

-- How far the log of changes has been dispatched. One copy of the service at a time moves it.
CREATE TABLE dispatch (
    one_row     boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    transaction xid8 NOT NULL,
    position    bigint NOT NULL
);

-- A change that a subscription was alerted to, or would have been but for a silence.
CREATE TABLE alerts (
    subscription_id text NOT NULL,
    entry_id        text NOT NULL,
    version         integer NOT NULL,
    raised_at       timestamptz NOT NULL,
    silenced        boolean NOT NULL,
    PRIMARY KEY (subscription_id, entry_id, version)
);

CREATE INDEX alerts_of_entry ON alerts (entry_id);

-- Alerts that go out together. It takes more in until it is closed.
CREATE TABLE batches (
    id              uuid PRIMARY KEY,
    subscription_id text NOT NULL,
    kind            text NOT NULL,
    key             text NOT NULL,
    due_at          timestamptz NOT NULL,
    closed_at       timestamptz
);

CREATE UNIQUE INDEX one_open_batch ON batches (subscription_id, kind, key) WHERE closed_at IS NULL;
CREATE INDEX batches_by_due ON batches (due_at) WHERE closed_at IS NULL;
CREATE INDEX batches_of_subscription ON batches (subscription_id, due_at);

CREATE TABLE batch_alerts (
    batch_id uuid NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    entry_id text NOT NULL,
    version  integer NOT NULL,
    PRIMARY KEY (batch_id, entry_id, version)
);

CREATE INDEX batches_of_alert ON batch_alerts (entry_id, version);

-- The sending of a batch to one channel. What has the same order key goes in the order of the numbers.
CREATE TABLE deliveries (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              uuid NOT NULL UNIQUE,
    batch_id        uuid NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    subscription_id text NOT NULL,
    channel_id      text NOT NULL,
    order_key       text NOT NULL,
    replay          boolean NOT NULL DEFAULT false,
    state           text NOT NULL DEFAULT 'waiting',
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    created_at      timestamptz NOT NULL
);

CREATE INDEX deliveries_by_due ON deliveries (next_attempt_at, number) WHERE state = 'waiting';
CREATE INDEX deliveries_in_order ON deliveries (subscription_id, channel_id, order_key, number) WHERE state = 'waiting';
CREATE INDEX deliveries_of_batch ON deliveries (batch_id);

CREATE TABLE delivery_attempts (
    delivery_id uuid NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    took_ms     bigint NOT NULL,
    delivered   boolean NOT NULL,
    outcome     text NOT NULL
);

CREATE INDEX attempts_of_delivery ON delivery_attempts (delivery_id, at);

CREATE TABLE acknowledgements (
    alert_id text PRIMARY KEY,
    by       text NOT NULL,
    at       timestamptz NOT NULL
);
