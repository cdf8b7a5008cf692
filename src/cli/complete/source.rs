//! Values that only a server or the configuration knows, within a time that a person does not
//! notice, and kept for a while so that the next key needs no call.

use crate::base::Json;
use crate::base::crypto::sha256;
use crate::cli::global::Global;
use crate::cli::noun::{Noun, items_of};
use crate::cli::settings::{self, Proof, Settings};
use crate::client::{Auth, Client, Options, Request, Trace, segment};
use crate::config;
use std::fs::{DirBuilder, File};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::time::Duration;

/// All the time there is.
const BUDGET: Duration = Duration::from_millis(400);
/// Answers are good for so long.
const KEPT: Duration = Duration::from_secs(30);
/// Enough to choose from by hand.
const ITEMS: u32 = 100;

/// What an argument takes.
#[derive(Debug, Clone, Copy)]
pub enum Wanted {
    Ids(&'static Noun<'static>),
    Topics,
    Profiles,
}

/// A value and what it means.
pub type Choice = (String, String);

/// Where values come from: the server that the line is about.
#[derive(Debug)]
pub struct Source {
    /// `None` when the configuration cannot be read.
    settings: Option<Settings>,
    options: Option<Options>,
}

impl Source {
    pub fn new(mut global: Global) -> Source {
        // Stdin is the terminal of the person who types, and a pipe may never end.
        global.api_key_stdin = false;
        global.api_key_file = global.api_key_file.filter(|path| path.is_file());
        let settings = Settings::resolve(&global).ok();
        let options = settings.as_ref().and_then(|found| settings::options(&global, &found.base_url).ok());
        let hasty =
            |options| Options { timeout: BUDGET, connect_timeout: BUDGET, retries: 0, trace: Trace(0), ..options };
        Source { settings, options: options.map(hasty) }
    }

    /// Best first; empty when they cannot be had.
    pub fn values(&self, wanted: Wanted) -> Vec<Choice> {
        let Some(settings) = &self.settings else { return Vec::new() };
        let found = match wanted {
            Wanted::Profiles => Some(profiles(settings)),
            Wanted::Topics => self.remembered(settings, Request::get("/topics"), &topics),
            Wanted::Ids(noun) => {
                listing(settings, noun).and_then(|request| self.remembered(settings, request, &|page| ids(noun, page)))
            }
        };
        found.unwrap_or_default()
    }

    /// What the server answered a moment ago, or answers now.
    fn remembered(
        &self,
        settings: &Settings,
        request: Request,
        read: &dyn Fn(&Json<'_>) -> Vec<Choice>,
    ) -> Option<Vec<Choice>> {
        let of_user = request.auth == Auth::User;
        let proof = if of_user { settings.for_user() } else { settings.at_hand() }?;
        let (Proof::Key(secret) | Proof::Token { value: secret, .. }) = &proof;
        let by_token = matches!(proof, Proof::Token { .. }) && !of_user;
        let project = settings.project.as_deref().filter(|_| by_token);
        let place = format!("{}{}", settings.base_url, request.path);
        let whose = format!("{place}\n{secret}\n{}", project.unwrap_or_default());
        let name: String = sha256(whose.as_bytes())[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let file = config::cache_dir().join("completion").join(name);
        if let Some(choices) = recall(&file) {
            return Some(choices);
        }
        let mut request = request.query("limit", Some(ITEMS)).once();
        if let Some(project) = project {
            request = request.header("X-Project-Id", project);
        }
        request.bearer = Some(secret.clone());
        let page = Client::new(self.options.clone()?).ok()?.call(&request).ok()?.json().ok()?;
        let choices = read(&page);
        // Without a place to keep them they are asked for again.
        let _ = remember(&file, &choices);
        Some(choices)
    }
}

/// The request for the list of a noun; `None` when it is of a project and none was chosen.
fn listing(settings: &Settings, noun: &Noun<'_>) -> Option<Request> {
    if !noun.path.contains("{project}") {
        return Some(noun.listing());
    }
    let path = noun.path.replace("{project}", &segment(settings.project.as_deref()?));
    Some(Noun { path: &path, ..*noun }.listing())
}

fn profiles(settings: &Settings) -> Vec<Choice> {
    let place = |name: &str| settings.profiles.get(name, "base_url").unwrap_or_default().to_owned();
    settings.profiles.names().map(|name| (name.to_owned(), place(name))).collect()
}

fn topics(page: &Json<'_>) -> Vec<Choice> {
    let list = page.lookup("data").and_then(Json::as_array).unwrap_or_default();
    let choice = |item: &Json<'_>| {
        let count = item.lookup("event_count").and_then(Json::as_i64);
        let help = count.map(|n| format!("{n} event{}", if n == 1 { "" } else { "s" })).unwrap_or_default();
        Some((item.lookup("name")?.as_str()?.to_owned(), help))
    };
    list.iter().filter_map(choice).collect()
}

/// Ids with the first columns of their table.
fn ids(noun: &Noun<'_>, page: &Json<'_>) -> Vec<Choice> {
    let choice = |item: &Json<'_>| {
        let shown = noun.columns.iter().filter(|column| **column != "id").take(2);
        let texts: Vec<&str> = shown.filter_map(|column| item.lookup(column)?.as_str()).collect();
        Some((item.lookup("id")?.as_str()?.to_owned(), texts.join("  ")))
    };
    items_of(page, noun).iter().filter_map(choice).collect()
}

fn recall(file: &Path) -> Option<Vec<Choice>> {
    let age = std::fs::metadata(file).ok()?.modified().ok()?.elapsed().ok()?;
    if age > KEPT {
        return None;
    }
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

/// Keeps the choices for their owner alone; what is too old goes.
fn remember(file: &Path, choices: &[Choice]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    forget(folder);
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let fresh = file.with_extension(format!("{:08x}", rand::random::<u32>()));
    let mut to = File::options().write(true).create_new(true).mode(0o600).open(&fresh)?;
    to.write_all(&serde_json::to_vec(choices)?)?;
    std::fs::rename(&fresh, file)
}

fn forget(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().ok().and_then(|meta| meta.modified().ok()?.elapsed().ok());
        if age.is_some_and(|age| age > KEPT) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn choices_are_kept_for_their_owner_and_a_while() {
        let folder = tempfile::tempdir().expect("folder");
        let file = folder.path().join("completion").join("x");
        assert_eq!(recall(&file), None);
        let choices = vec![("a".to_owned(), "first".to_owned())];
        remember(&file, &choices).expect("kept");
        assert_eq!(recall(&file), Some(choices.clone()));
        assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
        let old = std::time::SystemTime::now() - KEPT - Duration::from_secs(1);
        let handle = std::fs::File::options().write(true).open(&file).expect("opens");
        handle.set_modified(old).expect("set");
        assert_eq!(recall(&file), None);
        remember(&file.with_file_name("y"), &choices).expect("kept");
        assert!(!file.exists(), "what is too old goes");
    }

    #[test]
    fn lists_become_choices() {
        let page = Json::parse(r#"{"data":[{"name":"order.created","event_count":3},{"name":1}]}"#).expect("JSON");
        assert_eq!(topics(&page), [("order.created".to_owned(), "3 events".to_owned())]);
        let page = Json::parse(r#"{"webhooks":[{"id":"w1","url":"https://x.test","topics":["a"]}]}"#).expect("JSON");
        let found = ids(&crate::cli::webhooks::WEBHOOK, &page);
        assert_eq!(found, [("w1".to_owned(), "https://x.test".to_owned())]);
    }
}
