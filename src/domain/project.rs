//! A project: the tenant that owns everything else.

use crate::base::Id;

#[derive(Debug)]
pub enum ProjectTag {}
/// Id of a project.
pub type ProjectId = Id<ProjectTag>;
