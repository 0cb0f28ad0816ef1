-- Messages that a committed transaction caused and that have not been confirmed by the broker yet.
CREATE TABLE outbox (
    position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id   uuid NOT NULL,
    type         text NOT NULL,
    body         bytea NOT NULL,
    trace_parent text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    attempts     integer NOT NULL DEFAULT 0,
    -- Set when it can never be delivered; an operator reads the error, repairs the cause and clears it.
    parked_at    timestamptz,
    error        text
);

-- The relay reads the oldest rows that are not parked; the table is empty most of the time.
CREATE INDEX outbox_waiting ON outbox (position) WHERE parked_at IS NULL;

-- Messages whose effect is committed, so that a redelivery has none.
CREATE TABLE inbox (
    consumer    text NOT NULL,
    message_id  uuid NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, message_id)
);

CREATE INDEX inbox_by_age ON inbox USING brin (received_at);
