-- A subscription is one document, with what it is found by beside it. Each change of one is logged, so that every copy of the service can follow.
ALTER TABLE subscriptions
    ADD COLUMN owner      text NOT NULL DEFAULT '',
    ADD COLUMN labels     jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN definition jsonb;

UPDATE subscriptions SET definition = jsonb_build_object(
    'id', id, 'name', name, 'created_at', created_at, 'updated_at', created_at,
    'filter', jsonb_build_object('actors', to_jsonb(actors), 'types', to_jsonb(types), 'statuses', to_jsonb(statuses)));

ALTER TABLE subscriptions
    ALTER COLUMN definition SET NOT NULL,
    DROP COLUMN name,
    DROP COLUMN actors,
    DROP COLUMN types,
    DROP COLUMN statuses;

CREATE INDEX subscriptions_by_owner ON subscriptions (owner, created_at, id);

-- Which subscription was created, changed or deleted; what it is now stands in its table.
CREATE TABLE subscription_changes (
    position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction     xid8 NOT NULL DEFAULT pg_current_xact_id(),
    subscription_id text NOT NULL
);

CREATE INDEX subscription_changes_in_commit_order ON subscription_changes (transaction, position);

-- To list what was raised in a period, the newest first.
CREATE INDEX changes_by_time ON changes (raised_at, position);
