-- Everything that a node of Flightline keeps. A value is one row; what is larger than 1 MiB lies in pieces.
CREATE SEQUENCE editions;

CREATE TABLE kept (
    key      text COLLATE "C" PRIMARY KEY,
    kind     text NOT NULL GENERATED ALWAYS AS (
                 CASE WHEN split_part(key, '/', 1) = 'archive'
                      THEN split_part(key, '/', 1) || '/' || split_part(key, '/', 2)
                      ELSE split_part(key, '/', 1) END) STORED,
    bytes    bigint NOT NULL CHECK (bytes >= 0),
    sha256   bytea NOT NULL CHECK (length(sha256) = 32),
    content  bytea,
    -- Another one with each writing; names the pieces where there is no content here.
    edition  bigint NOT NULL UNIQUE,
    written  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX kept_kind ON kept (kind);
COMMENT ON TABLE kept IS 'Values by key: archive/originals and archive/documents by SHA-256, runs (manifests), sessions, dialogues, feedback, models, people and others, see kind';

CREATE TABLE pieces (
    edition  bigint NOT NULL,
    number   int NOT NULL CHECK (number >= 0),
    content  bytea NOT NULL,
    PRIMARY KEY (edition, number)
);
COMMENT ON TABLE pieces IS 'Parts of 1 MiB of values whose content is null in kept, from 0';
-- What is packed or encrypted already is not packed again.
ALTER TABLE pieces ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE FUNCTION forget_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM pieces WHERE edition = OLD.edition;
    RETURN NULL;
END $$;

CREATE TRIGGER kept_forgets_pieces_of_what_was_replaced AFTER UPDATE ON kept
    FOR EACH ROW WHEN (OLD.content IS NULL AND OLD.edition <> NEW.edition) EXECUTE FUNCTION forget_pieces();
CREATE TRIGGER kept_forgets_pieces_of_what_was_deleted AFTER DELETE ON kept
    FOR EACH ROW WHEN (OLD.content IS NULL) EXECUTE FUNCTION forget_pieces();

CREATE TABLE leases (
    name     text PRIMARY KEY,
    holder   bigint NOT NULL,
    until    timestamptz NOT NULL
);
COMMENT ON TABLE leases IS 'Rights to do something alone; told by the clock of this database';
