//! The faces: other dialects of HTTP on the same engine.

mod ingest;
mod switches;
