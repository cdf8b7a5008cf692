//! The shape of the project: layers, crate owners, sizes, dependencies. Nothing is started here.

mod crates;
mod files;
mod layers;
mod tree;
