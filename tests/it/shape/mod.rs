//! The shape of the project: layers, crate owners, sizes, dependencies and the routes served.

mod crates;
mod files;
mod generated;
mod layers;
pub mod routes;
mod tree;
