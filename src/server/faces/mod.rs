//! The dialects of HTTP beside `/api/v1`: each is a folder with its own table, wire structs and
//! words for failures, under its own base path, over the same operations of the engine. This file
//! mounts those that are switched on and knows which paths are whose; a face decides no rule.

mod hub;
mod ingest;
mod portal;
mod tasks;

use super::fault::{self, Words};
use super::openapi::{Failure, NATIVE};
use super::routes::Routes;
use crate::config::{Face, Faces};

/// One dialect.
struct Dialect {
    face: Face,
    /// Where its table is mounted.
    bases: &'static [&'static str],
    /// What is refused below these paths is told in its words.
    areas: &'static [&'static str],
    table: fn() -> Routes,
    /// Rows of the table that also stand outside of the base, for clients that know no base.
    aliases: &'static [&'static str],
    /// How it tells of a failure; [`fault::native`] where that is as everywhere.
    words: Words,
}

#[rustfmt::skip]
const DIALECTS: &[Dialect] = &[
    Dialect { face: Face::Ingest, bases: &["/ingest"], areas: &["/ingest", "/e"], table: ingest::routes, aliases: &["/e/{id}"], words: fault::native },
    Dialect { face: Face::Tasks,  bases: &["/tasks"],  areas: &["/tasks", "/jobs"], table: tasks::routes, aliases: &["/jobs", "/jobs/{jobId}"], words: tasks::words },
    Dialect { face: Face::Hub, bases: &["/hub/api/v1", "/hub/{project_id}/api/v1"], areas: &["/hub"], table: hub::routes, aliases: &[], words: hub::failure },
    Dialect { face: Face::Portal, bases: &["/portal/api/v1"], areas: &["/portal/api"], table: portal::routes, aliases: &[], words: fault::native },
];

/// Everything that the faces say yes or no to, without the pages of the portal.
const AREAS: [&str; 6] = ["/ingest", "/e", "/tasks", "/jobs", "/hub", "/portal/api"];

/// The routes of the faces that are switched on.
pub(super) fn routes(on: Faces) -> Routes {
    let switched_on = DIALECTS.iter().filter(|dialect| on.contains(dialect.face));
    switched_on.fold(Routes::new(), |routes, dialect| routes.merge(mounted(dialect)))
}

fn mounted(dialect: &Dialect) -> Routes {
    let aliases = (dialect.table)().only(dialect.aliases);
    let bases = dialect.bases.iter().fold(aliases, |routes, base| routes.merge((dialect.table)().under(base)));
    bases.worded(dialect.words).area(area(dialect.face)).failing(failure(dialect.face))
}

/// The heading under which its routes are described.
const fn area(face: Face) -> &'static str {
    match face {
        Face::Ingest => "Face: ingest",
        Face::Tasks => "Face: tasks",
        Face::Hub => "Face: hub",
        Face::Portal => "Face: portal",
    }
}

/// How a failure on a path is told: as its face does, if it is in one that is switched on.
pub(super) fn words(on: Faces, path: &str) -> Words {
    let spoken = DIALECTS.iter().find(|d| on.contains(d.face) && d.areas.iter().any(|area| is_below(path, area)));
    spoken.map_or(fault::native, |dialect| dialect.words)
}

/// The project that a path of the face hub names.
pub(super) fn project_named(path: &str) -> Option<&str> {
    let (named, rest) = path.strip_prefix("/hub/")?.split_once('/')?;
    (named != "api" && rest.starts_with("api/")).then_some(named)
}

/// Whether a path belongs to the API of a face.
pub(super) fn is_api(path: &str) -> bool {
    AREAS.iter().any(|area| is_below(path, area))
}

fn is_below(path: &str, area: &str) -> bool {
    path.strip_prefix(area).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What its failures look like.
const fn failure(face: Face) -> Failure {
    match face {
        Face::Hub => hub::FAILURE,
        Face::Ingest | Face::Tasks | Face::Portal => NATIVE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn faces_are_mounted_only_where_they_are_switched_on() {
        assert!(routes(Faces::NONE).rows().is_empty());
        let routes = routes(Faces::ALL);
        let rows: Vec<_> = routes.rows().iter().map(|row| format!("{} {}", row.method, row.path)).collect();
        assert!(rows.contains(&"POST /ingest/e/{id}".to_owned()) && rows.contains(&"POST /e/{id}".to_owned()));
        assert_eq!(rows.iter().collect::<HashSet<_>>().len(), rows.len(), "a row is there twice");
        let outside = rows.iter().find(|row| !is_api(row.split(' ').nth(1).expect("a path")));
        assert_eq!(outside, None, "of no face");
    }

    #[test]
    fn every_face_is_mounted_once() {
        let faces: Vec<_> = DIALECTS.iter().map(|dialect| dialect.face).collect();
        let wanted = Face::ALL.into_iter().filter(|face| faces.contains(face)).collect::<Vec<_>>();
        assert_eq!(faces, wanted, "in their order, none twice");
    }
}
