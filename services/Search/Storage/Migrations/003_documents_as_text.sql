-- Entries are kept as they are written: nothing searches inside of the document.
ALTER TABLE entries ALTER COLUMN entry TYPE json USING entry::text::json;
