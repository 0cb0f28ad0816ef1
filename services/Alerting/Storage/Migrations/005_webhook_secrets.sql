-- What signs the requests to webhooks. They stand apart from the subscriptions, so that whatever reads or tells these does not have them in its hands.
CREATE TABLE webhook_secrets (
    subscription_id text NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    channel_id      text NOT NULL,
    secret          text NOT NULL,
    created_at      timestamptz NOT NULL,
    -- Of one that a newer has taken the place of: until then it signs too.
    ends_at         timestamptz,
    PRIMARY KEY (subscription_id, channel_id, secret)
);

CREATE UNIQUE INDEX one_webhook_secret_without_end ON webhook_secrets (subscription_id, channel_id) WHERE ends_at IS NULL;
