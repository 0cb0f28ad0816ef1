-- No key: a second effect of one message would show as a second row.
CREATE TABLE notes (
    article text NOT NULL
);
