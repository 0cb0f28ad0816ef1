-- Documents are kept as they are written. Nothing searches inside of them by an index, and to take each apart at the writing and put it together
-- again at the reading was a good part of what the ledger cost the server.
ALTER TABLE mentions ALTER COLUMN mention TYPE json USING mention::text::json;
ALTER TABLE entries ALTER COLUMN entry TYPE json USING entry::text::json;
ALTER TABLE changes ALTER COLUMN change TYPE json USING change::text::json;
ALTER TABLE readings
    ALTER COLUMN article TYPE json USING article::text::json,
    ALTER COLUMN mentions TYPE json USING mentions::text::json;
