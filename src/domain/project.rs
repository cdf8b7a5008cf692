//! A project: the tenant that everything belongs to.

use crate::base::Id;

/// Marks ids of projects.
#[derive(Debug)]
pub enum ProjectTag {}
pub type ProjectId = Id<ProjectTag>;
