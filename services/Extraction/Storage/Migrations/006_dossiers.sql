-- The dossiers that the entry makes or adds to. A function of the entry that SQL does not know: null until the service fills it at its start.
-- A migration that sets it to null has it filled anew.
ALTER TABLE entries ADD COLUMN dossiers text[];

CREATE INDEX entries_by_dossier ON entries USING gin (dossiers) WHERE listed;
CREATE INDEX entries_without_dossiers ON entries (id) WHERE listed AND dossiers IS NULL;
