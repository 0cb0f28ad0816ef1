-- Each transaction that writes in the ledger takes a number while it holds its locks. A copy that holds the whole ledger and has the number behind its last
-- one knows that nobody else has written in between, so that what it remembers of the ledger is still so.
CREATE SEQUENCE ledger_turns;
