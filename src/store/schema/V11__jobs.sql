-- Scheduled jobs and their runs.

-- `next_run_at` is the only schedule: null for a job that does nothing by itself. `last_slot` is
-- the latest time of the schedule that was used up. `action` is 0 for events, 1 for a request.
CREATE TABLE jobs (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    status BIGINT NOT NULL,
    name TEXT NOT NULL,
    queue TEXT,
    schedule_type TEXT NOT NULL,
    schedule_config TEXT NOT NULL,
    action BIGINT NOT NULL,
    action_config TEXT NOT NULL,
    secret BLOB,
    next_run_at BIGINT,
    last_slot BIGINT,
    last_run_at BIGINT,
    last_run_status BIGINT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, id)
);

CREATE INDEX jobs_status ON jobs (project_id, status, id);
CREATE INDEX jobs_due ON jobs (action, next_run_at, id, project_id) WHERE next_run_at IS NOT NULL;

-- `slot` is the time of the schedule that a run stands for; null when somebody asked for it.
-- `result` is null while it runs.
CREATE TABLE job_runs (
    project_id BLOB NOT NULL,
    id BLOB NOT NULL,
    job_id BLOB NOT NULL,
    status BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    slot BIGINT,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    result TEXT,
    PRIMARY KEY (project_id, id)
);

CREATE UNIQUE INDEX job_runs_slot ON job_runs (job_id, slot) WHERE slot IS NOT NULL;
CREATE INDEX job_runs_job ON job_runs (job_id, status, id);
CREATE INDEX job_runs_running ON job_runs (status, id) WHERE status = 0;
