-- Long values (JSON of entries and messages, texts) are compressed where they are written: by lz4 in a fraction of the time of the default. A server that
-- was built without it keeps the default. New sessions only, so that what this session writes meanwhile is compressed as before.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET default_toast_compression = %L', current_database(), 'lz4');
EXCEPTION
    WHEN invalid_parameter_value OR undefined_object OR insufficient_privilege THEN
        RAISE NOTICE 'long values are compressed by the default';
END
$$;
