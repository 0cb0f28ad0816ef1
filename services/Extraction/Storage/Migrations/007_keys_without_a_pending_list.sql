-- New keys go into the index at once. Put off, as is the default, they lie in a list that every look at the index reads from end to end, and a
-- ledger that grows fast is looked at with hundreds of keys at a time.
ALTER INDEX mentions_by_key SET (fastupdate = off);
SELECT gin_clean_pending_list('mentions_by_key');
