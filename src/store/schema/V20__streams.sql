-- `seq` is the place of an attempt in the order of commits, given by the writer from the clock of
-- the ids: places of attempts and events never meet, and none is given twice, also after the
-- newest rows were deleted. Streams resume by it. Rows from before keep their order.

ALTER TABLE attempts RENAME TO attempts_before;

CREATE TABLE attempts (
    seq BIGINT /* row number */ NOT NULL PRIMARY KEY,
    delivery_id BLOB NOT NULL,
    n BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    latency_ms BIGINT,
    response_status BIGINT,
    error TEXT,
    destination_ip TEXT,
    request_headers TEXT,
    request_body TEXT,
    response_headers TEXT,
    response_body TEXT,
    UNIQUE (delivery_id, n)
);

INSERT INTO attempts (seq, delivery_id, n, started_at, latency_ms, response_status, error, destination_ip,
    request_headers, request_body, response_headers, response_body)
SELECT ROW_NUMBER() OVER (ORDER BY started_at, delivery_id, n), delivery_id, n, started_at, latency_ms,
    response_status, error, destination_ip, request_headers, request_body, response_headers, response_body
FROM attempts_before;

DROP TABLE attempts_before;
