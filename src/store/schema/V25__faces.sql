-- An event may be for one webhook alone, and may belong to a matter that its sender has named.
ALTER TABLE events ADD COLUMN only_webhook BLOB;
ALTER TABLE events ADD COLUMN correlation TEXT;
