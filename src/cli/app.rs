//! What every client command works with: the server, the credentials, and the way to print.
//! `call` is the one way to the server; it also honours --dry-run and --curl.

use super::failure::{DENIED, Failure, Outcome};
use super::global::Global;
use super::output::{Format, Out, print};
use super::settings::{self, Proof, Settings};
use crate::base::crypto::base64_decode;
use crate::base::{Json, Timestamp};
use crate::client::{Answer, Auth, Client, Fault, Request, Trace};
use std::cell::OnceCell;
use std::io::Read;
use std::time::Duration;

/// Time left of a token below which it is renewed.
const RENEW_BEFORE: Duration = Duration::from_secs(86_400);

/// A client command's surroundings.
#[derive(Debug)]
pub struct App {
    pub global: Global,
    pub settings: Settings,
    pub out: Out,
    client: OnceCell<Client>,
    project_id: OnceCell<Option<String>>,
    renewed: OnceCell<String>,
}

impl App {
    pub fn open(global: Global) -> Outcome<App> {
        let settings = Settings::resolve(&global)?;
        let out = Out::new(&global, settings.kept("output"))?;
        let app = App {
            global,
            settings,
            out,
            client: OnceCell::new(),
            project_id: OnceCell::new(),
            renewed: OnceCell::new(),
        };
        if app.global.api_key.is_some() {
            app.trace(1, "a key on the command line can be seen with `ps`; a variable or a profile hides it");
        }
        if app.global.insecure {
            app.out.note("warning: --insecure accepts any certificate; others may read and change this traffic");
        }
        Ok(app)
    }

    pub fn client(&self) -> Outcome<&Client> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let options = settings::options(&self.global, &self.settings.base_url)?;
        let client = Client::new(options).map_err(Failure::usage)?;
        Ok(self.client.get_or_init(|| client))
    }

    /// Sends a request with the credential it wants.
    pub fn call(&self, request: Request) -> Outcome<Answer> {
        Ok(self.exchange(request)??)
    }

    /// As [`App::call`], for commands that have something to say to a refusal.
    pub fn exchange(&self, request: Request) -> Outcome<Result<Answer, Fault>> {
        let request = self.ready(request)?;
        Ok(self.client()?.call(&request))
    }

    /// Gives the body of an answer to `read` while it comes, however long it is. It is called again
    /// when the answer broke off and is asked for again.
    pub fn download<T>(&self, request: Request, mut read: impl FnMut(&mut dyn Read) -> Result<T, Fault>) -> Outcome<T> {
        let request = self.ready(request.long())?;
        Ok(self.client()?.fetch(&request, |_, body| read(body))?)
    }

    /// The request as it is to be sent, unless it is only to be shown: then that is done and all.
    fn ready(&self, request: Request) -> Outcome<Request> {
        let client = self.client()?;
        let request = self.proven(request)?;
        if self.sends_nothing() {
            let text = if self.global.curl { client.curl(&request) } else { client.preview(&request) };
            print(&text)?;
            return Err(Failure::silent(0));
        }
        Ok(request)
    }

    /// Whether requests are shown instead of sent.
    pub fn sends_nothing(&self) -> bool {
        self.global.dry_run || self.global.curl
    }

    /// A call whose result is the output.
    pub fn run(&self, request: Request) -> Outcome {
        let answer = self.call(request)?;
        self.show(&answer)
    }

    /// Prints an answer.
    pub fn show(&self, answer: &Answer) -> Outcome {
        match answer.json() {
            Ok(Json::Null) if answer.body.is_empty() && self.out.format.is_table() => Ok(()),
            Ok(Json::Null) if answer.body.is_empty() => print("\"\"\n"),
            Ok(json) if self.out.format == Format::Json => self.out.value(&json),
            Ok(json) => self.out.value(&bare(json)),
            Err(_) => print(&String::from_utf8_lossy(&answer.body)),
        }
    }

    /// The request with the credential it wants.
    pub fn proven(&self, mut request: Request) -> Outcome<Request> {
        let proof = match request.auth {
            Auth::Open => return Ok(request),
            Auth::Project => self.settings.for_project()?,
            Auth::User => self.settings.for_user(),
        };
        request.bearer = match proof {
            None if self.sends_nothing() => None,
            None => return Err(self.unknown(request.auth)),
            Some(Proof::Key(key)) => Some(key),
            Some(Proof::Token { value, kept }) => {
                let token = if kept && !self.sends_nothing() { self.fresh(value)? } else { value };
                if let (Auth::Project, Some(project)) = (request.auth, self.project_id(&token)?) {
                    request = request.header("X-Project-Id", project);
                }
                Some(token)
            }
        };
        Ok(request)
    }

    fn unknown(&self, auth: Auth) -> Failure {
        let place = &self.settings.base_url;
        if auth == Auth::User {
            return Failure::new(DENIED, format!("not logged in to {place}")).hint("log in with `jobcelis login`");
        }
        Failure::new(DENIED, format!("no API key for {place}"))
            .hint("set JOBCELIS_API_KEY, or log in with `jobcelis login`")
    }

    /// The project that a user's token acts on; a name is looked up.
    fn project_id(&self, token: &str) -> Outcome<Option<String>> {
        if let Some(known) = self.project_id.get() {
            return Ok(known.clone());
        }
        let found = match &self.settings.project {
            Some(name) if !is_uuid(name) => {
                let mut request = Request::get("/projects");
                request.bearer = Some(token.to_owned());
                Some(self.project_among(request, name)?)
            }
            other => other.clone(),
        };
        Ok(self.project_id.get_or_init(|| found).clone())
    }

    /// The id of the project that was chosen, for routes that name it in their path.
    pub fn chosen_project(&self) -> Outcome<String> {
        match &self.settings.project {
            Some(given) => self.project_called(given),
            None => Err(Failure::usage("--project <project> is required.")
                .hint("or choose one for the profile with `jobcelis projects use`")),
        }
    }

    /// The id of a project of the user, by its id, the beginning of that, or its name.
    pub fn project_called(&self, given: &str) -> Outcome<String> {
        if is_uuid(given) || self.sends_nothing() {
            return Ok(given.to_owned());
        }
        let request = self.proven(Request::get("/projects").auth(Auth::User))?;
        self.project_among(request, given)
    }

    /// Finds a project in a list of them; of names that are the beginning of an id too, the name wins.
    fn project_among(&self, list: Request, given: &str) -> Outcome<String> {
        let list = self.client()?.call(&list)?.json()?;
        let items = list.lookup("data").and_then(Json::as_array).unwrap_or_default();
        let text = |item: &Json<'_>, key: &str| item.lookup(key).and_then(Json::as_str).unwrap_or_default().to_owned();
        let ids = |fits: &dyn Fn(&Json<'_>) -> bool| -> Vec<String> {
            items.iter().filter(|item| fits(item)).map(|item| text(item, "id")).collect()
        };
        let mut found = ids(&|item| text(item, "name") == given);
        if found.is_empty() && given.len() >= 6 {
            found = ids(&|item| text(item, "id").starts_with(&given.to_ascii_lowercase()));
        }
        match &found[..] {
            [id] => Ok(id.clone()),
            [] => Err(Failure::usage(format!("{given}: there is no project of that name"))),
            _ => Err(Failure::usage(format!("{given}: several projects are called so: {}", found.join(", ")))),
        }
    }

    /// The profile's token, renewed and kept when it is about to end.
    fn fresh(&self, token: String) -> Outcome<String> {
        if let Some(renewed) = self.renewed.get() {
            return Ok(renewed.clone());
        }
        let left = expiry(&token).map(|end| end.since(Timestamp::now()));
        if left.is_none_or(|left| left > RENEW_BEFORE) {
            return Ok(token);
        }
        let refresh = self.settings.kept("refresh").unwrap_or(&token).to_owned();
        let pair = ["refresh_token", "token"].map(|name| (name.into(), Json::string(refresh.clone())));
        let body = Json::Object(pair.into_iter().collect());
        let request = Request::post("/auth/refresh").auth(Auth::Open).json(&body);
        let answer = match self.client()?.call(&request) {
            Ok(answer) => answer.json()?,
            Err(fault) if left.is_some_and(|left| left.is_zero()) => {
                self.trace(1, &format!("the token could not be renewed: {fault}"));
                return Err(Failure::new(DENIED, "the login has expired").hint("log in again with `jobcelis login`"));
            }
            // There is time left to try again later.
            Err(_) => return Ok(token),
        };
        let renewed = answer.lookup("token").and_then(Json::as_str).unwrap_or(&token).to_owned();
        self.keep(&[("token", Some(&renewed)), ("refresh", answer.lookup("refresh_token").and_then(Json::as_str))])?;
        Ok(self.renewed.get_or_init(|| renewed).clone())
    }

    /// Sets values of the profile in use; absent ones stay as they are, empty ones go.
    pub fn keep(&self, values: &[(&str, Option<&str>)]) -> Outcome {
        let mut profiles = self.settings.profiles.clone();
        for (key, value) in values {
            if let Some(value) = value {
                profiles.set(&self.settings.profile, key, Some(*value).filter(|value| !value.is_empty()))?;
            }
        }
        Ok(profiles.save()?)
    }

    pub fn trace(&self, level: u8, text: &str) {
        Trace(self.global.verbosity()).note(level, || text.to_owned());
    }
}

pub fn is_uuid(text: &str) -> bool {
    crate::base::Id::<()>::parse(text).is_some()
}

/// When a JWT ends, as it says itself.
pub fn expiry(token: &str) -> Option<Timestamp> {
    claims(token)?.lookup("exp")?.as_i64().map(Timestamp::from_secs)
}

/// What a JWT says; whether that is true only its server knows.
pub fn claims(token: &str) -> Option<Json<'static>> {
    let claims = token.split('.').nth(1)?.replace('-', "+").replace('_', "/");
    let claims = String::from_utf8(base64_decode(&claims)?).ok()?;
    Json::parse(&claims).ok().map(Json::into_owned)
}

/// An object without its copy under `data`.
fn bare(json: Json<'static>) -> Json<'static> {
    match json {
        Json::Object(mut members) if members.get("data").is_some_and(|data| data.as_object().is_some()) => {
            members.remove("data");
            Json::Object(members)
        }
        other => other,
    }
}
