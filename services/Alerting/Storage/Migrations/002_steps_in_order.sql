-- How far the changes of each entry have been taken, so that its steps are alerted in the order in which it took them. The bus keeps no such order:
-- what one queue holds is handed out side by side, and comes again after a crash.
CREATE TABLE steps (
    entry_id text PRIMARY KEY,
    version  integer NOT NULL
);

INSERT INTO steps (entry_id, version) SELECT entry_id, max(version) FROM changes GROUP BY entry_id;

-- Changes that have come before one that precedes them.
CREATE TABLE early_steps (
    entry_id   text NOT NULL,
    version    integer NOT NULL,
    arrived_at timestamptz NOT NULL,
    change     jsonb NOT NULL,
    PRIMARY KEY (entry_id, version)
);
