-- A newer version of an article replaces what is indexed of it.
ALTER TABLE articles
    -- From when on the version that is indexed stands; null where it does from the publication on.
    ADD COLUMN stands_from timestamptz,
    -- Its id, which decides between two of one moment; empty for one from before articles had versions.
    ADD COLUMN version_id  text COLLATE "C" NOT NULL DEFAULT '',
    -- The row of a withdrawn article stays, without text, so that an older version that comes late cannot bring it back.
    ADD COLUMN withdrawn   boolean NOT NULL DEFAULT false;
