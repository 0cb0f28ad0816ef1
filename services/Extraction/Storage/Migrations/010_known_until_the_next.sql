-- What was known of an entry was so until the next change of it was: the next row says when. To say it in the row itself had each change write the one
-- before it anew, its document and its places in all indexes with it.
ALTER TABLE changes DROP COLUMN known_until;
