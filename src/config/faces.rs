//! Which dialects of HTTP the server speaks beside its own.

use super::value::Value;
use toml::Value as Toml;

/// A dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Signed events to one endpoint.
    Ingest,
    /// Background jobs of tenants.
    Tasks,
    /// Webhooks of providers, and operators' views of them.
    Hub,
    /// Self-service of integrators.
    Portal,
}

impl Face {
    pub const ALL: [Face; 4] = [Face::Ingest, Face::Tasks, Face::Hub, Face::Portal];

    pub const fn as_str(self) -> &'static str {
        match self {
            Face::Ingest => "ingest",
            Face::Tasks => "tasks",
            Face::Hub => "hub",
            Face::Portal => "portal",
        }
    }
}

/// A set of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Faces(u8);

impl Faces {
    pub const NONE: Faces = Faces(0);
    pub const ALL: Faces = Faces(0b1111);

    pub const fn contains(self, face: Face) -> bool {
        self.0 & (1 << face as u8) != 0
    }
}

impl Value for Faces {
    fn parse(text: &str) -> Result<Faces, String> {
        if text == "none" {
            return Ok(Faces::NONE);
        }
        text.split(',').map(str::trim).try_fold(Faces::NONE, |set, name| {
            let face = Face::ALL.into_iter().find(|face| face.as_str() == name);
            let face = face.ok_or_else(|| "must be some of ingest,tasks,hub,portal, or none".to_owned())?;
            Ok(Faces(set.0 | 1 << face as u8))
        })
    }
    fn show(&self) -> Toml {
        let names: Vec<_> = Face::ALL.into_iter().filter(|face| self.contains(*face)).map(Face::as_str).collect();
        Toml::String(if names.is_empty() { "none".to_owned() } else { names.join(",") })
    }
}

/// The id of a project, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRef(pub String);

impl Value for ProjectRef {
    fn parse(text: &str) -> Result<ProjectRef, String> {
        let known = crate::base::Id::<ProjectRef>::parse(text);
        known.map(|id| ProjectRef(id.to_string())).ok_or_else(|| "must be the id of a project".to_owned())
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_faces() {
        for (text, shown) in [
            ("none", "none"),
            ("ingest", "ingest"),
            ("portal, hub", "hub,portal"),
            ("ingest,tasks,hub,portal", "ingest,tasks,hub,portal"),
        ] {
            assert_eq!(Faces::parse(text).expect(text).show(), Toml::String(shown.to_owned()));
        }
        for text in ["", "all", "ingest,", "none,hub", "Hub"] {
            assert!(Faces::parse(text).is_err(), "{text}");
        }
        assert!(Face::ALL.into_iter().all(|face| Faces::ALL.contains(face) && !Faces::NONE.contains(face)));
    }

    #[test]
    fn projects_are_named_by_their_id() {
        let id = "0199B5A0-1111-7000-8000-000000000001";
        assert_eq!(ProjectRef::parse(id).expect("an id").0, id.to_lowercase());
        assert!(ProjectRef::parse("prod").is_err());
    }
}
