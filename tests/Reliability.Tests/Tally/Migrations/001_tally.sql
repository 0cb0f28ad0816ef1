-- No key: a repetition would stand here twice.
CREATE TABLE tally (
    article text NOT NULL
);
