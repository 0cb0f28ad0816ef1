-- The dispatch begins with the first change of the log. Where it began with what came after its first look, a change that was logged before that look was
-- pushed to nobody, though its subscribers were there. What is older than a subscription is not for it in any case.
INSERT INTO dispatch (transaction, position) VALUES ('0', 0) ON CONFLICT DO NOTHING;
