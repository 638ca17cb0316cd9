-- Work that takes longer than an answer may. A node claims a job for as long as it renews its lease; when that ends, another
-- node takes the job up.
CREATE TABLE jobs (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text NOT NULL,
    who      text NOT NULL,
    work     jsonb NOT NULL,
    state    text NOT NULL DEFAULT 'waiting'
                 CHECK (state IN ('waiting', 'running', 'done', 'stopped', 'failed')),
    done     bigint NOT NULL DEFAULT 0,
    total    bigint NOT NULL DEFAULT 0,
    doing    text NOT NULL DEFAULT '',
    result   jsonb,
    why      text NOT NULL DEFAULT '',
    stop     boolean NOT NULL DEFAULT false,
    claims   int NOT NULL DEFAULT 0,
    node     text NOT NULL DEFAULT '',
    lease    timestamptz,
    begun    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended    timestamptz,
    changes  bigint NOT NULL DEFAULT 1
);
CREATE INDEX jobs_open ON jobs (id) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_of ON jobs (who, id);
