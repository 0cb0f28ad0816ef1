-- The ledger as it was known at a moment is the last change of each entry until then: rows carry what lists need, and when the next one came.
ALTER TABLE changes
    -- When what it tells had arrived, and what the next one tells; of one entry they never overlap.
    ADD COLUMN known_from     timestamptz,
    ADD COLUMN known_until    timestamptz,
    ADD COLUMN listed         boolean,
    ADD COLUMN type           text,
    ADD COLUMN status         text,
    ADD COLUMN listed_on      date,
    ADD COLUMN last_published timestamptz,
    ADD COLUMN actors         text[],
    -- Which run of reading articles again made it; null for what articles and verdicts did.
    ADD COLUMN reprocessing   bigint;

UPDATE changes SET
    known_from = coalesce(change ->> 'received_at', change ->> 'recorded_at')::timestamptz,
    last_published = (change -> 'after' -> 'history' -> -1 ->> 'published_at')::timestamptz,
    listed = change ->> 'kind' NOT IN ('retracted', 'merged'),
    type = change -> 'after' ->> 'type',
    status = change -> 'after' ->> 'status',
    listed_on = coalesce(change -> 'after' ->> 'start', left(change -> 'after' -> 'history' -> 0 ->> 'published_at', 10))::date,
    actors = ARRAY(SELECT DISTINCT p ->> 'id' FROM jsonb_array_elements(change -> 'after' -> 'participants') AS p);

UPDATE changes SET known_from = m.known_from
FROM (SELECT position, max(known_from) OVER (PARTITION BY entry_id ORDER BY version) AS known_from FROM changes) AS m
WHERE m.position = changes.position AND m.known_from > changes.known_from;

UPDATE changes SET known_until = n.known_from
FROM changes AS n WHERE n.entry_id = changes.entry_id AND n.version = changes.version + 1;

ALTER TABLE changes
    ALTER COLUMN known_from SET NOT NULL,
    ALTER COLUMN last_published SET NOT NULL,
    ALTER COLUMN listed SET NOT NULL,
    ALTER COLUMN type SET NOT NULL,
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN listed_on SET NOT NULL,
    ALTER COLUMN actors SET NOT NULL;

CREATE INDEX changes_in_order ON changes (listed_on, entry_id COLLATE "C") WHERE listed;
CREATE INDEX changes_of_reprocessing ON changes (reprocessing, position) WHERE reprocessing IS NOT NULL;

-- Entries that went on after a moment are cut off there; the others are what they are.
ALTER TABLE entries
    ADD COLUMN status          text,
    ADD COLUMN first_published timestamptz,
    ADD COLUMN last_published  timestamptz;

UPDATE entries SET
    status = entry ->> 'status',
    first_published = (entry -> 'history' -> 0 ->> 'published_at')::timestamptz,
    last_published = (entry -> 'history' -> -1 ->> 'published_at')::timestamptz;

ALTER TABLE entries
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN first_published SET NOT NULL,
    ALTER COLUMN last_published SET NOT NULL;

CREATE INDEX entries_by_publication ON entries (last_published, first_published) WHERE listed;
CREATE INDEX entries_by_change ON entries (changed_at DESC, id COLLATE "C") WHERE listed;
