//! Where a request of a source says what happened: paths into its body or names of its headers,
//! and what is made of them. It decides what is missing; nobody is believed or refused here.

use super::verification::is_header;
use super::verifier::Header;
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result, Timestamp, crypto};
use std::borrow::Cow;

const FIELD: &str = "mapping";
const MAX_PATH: usize = 255;
const HEADER: &str = "header:";
/// Longest id that a sender may give an event, in characters.
pub const MAX_EXTERNAL_ID: usize = 255;

/// One place: a path into the body, or `header:<name>`. With `?` at its end it may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    text: String,
    what: What,
    optional: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Path(String),
    Header(String),
}

/// Where the parts of an event stand; absent parts have a default each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Else the SHA-256 of the body.
    event_id: Option<Place>,
    /// Nothing is accepted without.
    kind: Option<Place>,
    /// Else the time of receipt.
    occurred_at: Option<Place>,
    /// Else none.
    subject: Option<Place>,
    /// Else the whole body.
    data: Option<Place>,
}

/// What a request tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Told<'b> {
    pub external_id: String,
    pub kind: String,
    pub occurred_at: Timestamp,
    pub subject: Option<String>,
    pub data: Json<'b>,
}

/// A request as far as a mapping reads it.
#[derive(Clone, Copy)]
pub struct Request<'r, 'b> {
    pub header: Header<'r>,
    pub body: &'r Members<'b>,
    pub bytes: &'r [u8],
    pub received: Timestamp,
}

impl Mapping {
    /// Reads the object of a request, or the text that [`Mapping::to_json`] makes. 422 on `mapping`.
    pub fn read(json: &Json<'_>) -> Result<Mapping> {
        let members = json.as_object().ok_or_else(|| Error::invalid(FIELD, "mapping must be an object"))?;
        let place = |name: &str| match members.get(name).filter(|value| !value.is_null()) {
            Some(value) => Place::read(name, value).map(Some),
            None => Ok(None),
        };
        Ok(Mapping {
            event_id: place("event_id")?,
            kind: place("type")?,
            occurred_at: place("occurred_at")?,
            subject: place("subject")?,
            data: place("data")?,
        })
    }

    /// A body that tells of such an event, and the headers that it needs.
    pub fn sample(&self, id: &str, kind: &str, at: Timestamp) -> (Json<'static>, Vec<(String, String)>) {
        let (mut body, mut headers) = (Json::Object(Members::default()), Vec::new());
        let text = |text: &str| Json::string(text.to_owned());
        let data = Json::Object(Members::from_iter([("test".into(), Json::Bool(true))]));
        for (place, value) in [
            (&self.event_id, text(id)),
            (&self.kind, text(kind)),
            (&self.occurred_at, text(&at.to_string())),
            (&self.data, data),
            (&self.subject, text("test")),
        ] {
            match place.as_ref().map(|place| &place.what) {
                Some(What::Header(name)) => {
                    headers.push((name.clone(), value.as_str().unwrap_or_default().to_owned()));
                }
                Some(What::Path(path)) => put(&mut body, path, value),
                None => {}
            }
        }
        (body, headers)
    }

    fn places(&self) -> [(&'static str, &Option<Place>); 5] {
        [
            ("event_id", &self.event_id),
            ("type", &self.kind),
            ("occurred_at", &self.occurred_at),
            ("subject", &self.subject),
            ("data", &self.data),
        ]
    }

    /// The one form for rows and answers.
    pub fn to_json(&self) -> Json<'static> {
        let text = |place: &Option<Place>| place.as_ref().map_or(Json::Null, |p| Json::string(p.text.clone()));
        Json::Object(self.places().into_iter().map(|(name, place)| (Cow::Borrowed(name), text(place))).collect())
    }

    /// What a request tells; 400 with the places that lead nowhere, or to something else than they
    /// should, as details.
    pub fn tell<'b>(&self, request: Request<'_, 'b>) -> Result<Told<'b>> {
        let mut faults = Vec::new();
        let kind = self.kind.as_ref().map(|place| place.text_of(request));
        let kind = match kind.transpose() {
            Ok(kind) => kind.flatten().filter(|kind| !kind.is_empty()),
            Err(rule) => note(&mut faults, self.kind.as_ref(), rule),
        };
        if kind.is_none() && faults.is_empty() {
            note::<()>(&mut faults, self.kind.as_ref(), "is missing");
        }
        let occurred_at = match &self.occurred_at {
            None => None,
            Some(place) => match place.time_of(request) {
                Ok(None) if !place.optional => note(&mut faults, Some(place), "is missing"),
                Ok(at) => at,
                Err(rule) => note(&mut faults, Some(place), rule),
            },
        };
        let data = self.data.as_ref().and_then(|place| match place.json_of(request) {
            None if !place.optional => note(&mut faults, Some(place), "is missing"),
            data => data,
        });
        let external_id = match self.event_id.as_ref().map(|place| place.text_of(request)).transpose() {
            Ok(id) => id.flatten().filter(|id| !id.is_empty()),
            Err(rule) => note(&mut faults, self.event_id.as_ref(), rule),
        };
        if external_id.as_ref().is_some_and(|id| id.chars().count() > MAX_EXTERNAL_ID) {
            note::<()>(&mut faults, self.event_id.as_ref(), "is too long");
        }
        let subject = self.subject.as_ref().and_then(|place| place.json_of(request));
        let subject = subject.and_then(|subject| subject.as_str().map(str::to_owned));
        let Some(kind) = kind.filter(|_| faults.is_empty()) else {
            let fault = |error: Error, (place, rule): &(String, &str)| error.detail(place, format!("{place} {rule}"));
            return Err(faults.iter().fold(Error::new(Kind::Malformed, "Mapped fields are missing or wrong"), fault));
        };
        Ok(Told {
            external_id: external_id.unwrap_or_else(|| hex::encode(crypto::sha256(request.bytes))),
            kind,
            occurred_at: occurred_at.unwrap_or(request.received),
            subject,
            data: data.unwrap_or_else(|| Json::Object(request.body.clone())),
        })
    }
}

/// Sets a value at a dotted path of objects; what is there already and is none gives way.
fn put(json: &mut Json<'static>, path: &str, value: Json<'static>) {
    let Json::Object(members) = json else { return };
    match path.split_once('.') {
        None if members.get(path).is_none() => members.set(path.to_owned(), value),
        None => {}
        Some((first, rest)) => {
            if !matches!(members.get(first), Some(Json::Object(_))) {
                members.set(first.to_owned(), Json::Object(Members::default()));
            }
            if let Some(inner) = members.get_mut(first) {
                put(inner, rest, value);
            }
        }
    }
}

fn note<T>(faults: &mut Vec<(String, &'static str)>, place: Option<&Place>, rule: &'static str) -> Option<T> {
    faults.push((place.map_or_else(|| "type".to_owned(), Place::name), rule));
    None
}

impl Place {
    fn read(name: &str, value: &Json<'_>) -> Result<Place> {
        let fault = |rule: &str| {
            let message = format!("{FIELD}.{name} {rule}");
            Error::new(Kind::Invalid, message.clone()).detail(FIELD, message)
        };
        let text = value.as_str().filter(|text| !text.is_empty() && text.chars().count() <= MAX_PATH);
        let text = text.ok_or_else(|| fault(&format!("must be a path of 1 to {MAX_PATH} characters")))?;
        let bare = text.strip_suffix('?').unwrap_or(text);
        let what = match bare.strip_prefix(HEADER) {
            Some(header) if is_header(header) => What::Header(header.to_ascii_lowercase()),
            Some(_) => return Err(fault("must name a header after header:")),
            None => What::Path(bare.to_owned()),
        };
        Ok(Place { text: text.to_owned(), what, optional: bare.len() < text.len() })
    }

    /// As it is told to senders.
    fn name(&self) -> String {
        self.text.trim_end_matches('?').to_owned()
    }

    fn json_of<'b>(&self, request: Request<'_, 'b>) -> Option<Json<'b>> {
        match &self.what {
            What::Header(name) => (request.header)(name).map(|value| Json::string(value.to_owned())),
            What::Path(path) => request.body.lookup(path).filter(|value| !value.is_null()).cloned(),
        }
    }

    /// A string, or a number as it is written; anything else is of the wrong kind.
    fn text_of(&self, request: Request<'_, '_>) -> Result<Option<String>, &'static str> {
        match self.json_of(request) {
            None => Ok(None),
            Some(Json::String(text)) => Ok(Some(text.into_owned())),
            Some(Json::Number(number)) => Ok(Some(number.into_owned())),
            Some(_) => Err("must be a string"),
        }
    }

    /// An ISO 8601 time, or Unix seconds or milliseconds.
    fn time_of(&self, request: Request<'_, '_>) -> Result<Option<Timestamp>, &'static str> {
        const RULE: &str = "must be an ISO 8601 timestamp or Unix seconds";
        /// Milliseconds of 1973 are seconds of the year 5138.
        const MILLIS_FROM: f64 = 1e11;
        let Some(text) = self.text_of(request).map_err(|_| RULE)? else { return Ok(None) };
        if let Some(at) = Timestamp::parse(&text) {
            return Ok(Some(at));
        }
        let seconds = text.trim().parse::<f64>().ok().filter(|n| n.is_finite() && (0.0..1e14).contains(n));
        let seconds = seconds.map(|n| if n < MILLIS_FROM { n } else { n / 1e3 });
        seconds.map(|n| Some(Timestamp::from_micros((n * 1e6).round() as i64))).ok_or(RULE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(text: &str) -> Result<Mapping> {
        Mapping::read(&Json::parse(text).expect("json"))
    }

    fn told(map: &str, body: &str) -> Result<(String, String, Timestamp, Option<String>, String)> {
        let json = Json::parse(body).expect("json");
        let header = |name: &str| (name == "x-type").then_some("push");
        let body_ = json.as_object().expect("object");
        let request =
            Request { header: &header, body: body_, bytes: body.as_bytes(), received: Timestamp::from_secs(5) };
        let told = mapping(map).expect("mapping").tell(request)?;
        Ok((told.external_id, told.kind, told.occurred_at, told.subject, told.data.to_text()))
    }

    const ACME: &str =
        r#"{"event_id":"eventId","type":"eventType","occurred_at":"occurredAt","subject":"subject","data":"data"}"#;

    #[test]
    fn what_a_request_tells_is_found() {
        let at = |text: &str| Timestamp::parse(text).expect("time");
        let whole =
            r#"{"eventId":"e1","eventType":"a.b","occurredAt":"2026-01-15T10:30:00Z","subject":"s","data":{"n":1.10}}"#;
        let result = told(ACME, whole).expect("told");
        let wanted = ("e1", "a.b", at("2026-01-15T10:30:00Z"), Some("s"), r#"{"n":1.10}"#);
        assert_eq!((&*result.0, &*result.1, result.2, result.3.as_deref(), &*result.4), wanted);
        let loose = r#"{"type":"header:X-Type","occurred_at":"at?","subject":"a.0.id","data":"d?","event_id":"n"}"#;
        for (body, id, at, subject, data) in [
            (r#"{"n":7,"a":[{"id":"x"}],"at":1700000000}"#, "7", 1_700_000_000_000_000, Some("x"), None),
            (r#"{"n":"7","a":[{"id":{}}],"at":1700000000123,"d":[1]}"#, "7", 1_700_000_000_123_000, None, Some("[1]")),
            (r#"{"n":"7","at":"1700000000.5","d":null}"#, "7", 1_700_000_000_500_000, None, None),
            (r#"{"n":"7"}"#, "7", 5_000_000, None, None),
        ] {
            let (ex, kind, occurred, sub, found) = told(loose, body).expect(body);
            assert_eq!((&*ex, &*kind, occurred.micros(), sub.as_deref()), (id, "push", at, subject), "{body}");
            assert_eq!(found, data.unwrap_or(body), "{body}");
        }
        let no_id = told(r#"{"type":"t","event_id":"id"}"#, r#"{"t":"x"}"#).expect("told");
        assert_eq!(no_id.0, hex::encode(crypto::sha256(br#"{"t":"x"}"#)), "the body names the event");
    }

    #[test]
    fn what_is_missing_is_named() {
        for (map, body, missing) in [
            (ACME, "{}", vec!["data", "eventType", "occurredAt"]),
            (ACME, r#"{"eventType":"a","occurredAt":"soon","data":{}}"#, vec!["occurredAt"]),
            (ACME, r#"{"eventType":{},"occurredAt":5,"data":{}}"#, vec!["eventType"]),
            (ACME, r#"{"eventId":[],"eventType":"","occurredAt":5,"data":1}"#, vec!["eventId", "eventType"]),
            (r#"{"type":"header:x-other"}"#, "{}", vec!["header:x-other"]),
            ("{}", "{}", vec!["type"]),
        ] {
            let error = told(map, body).expect_err(body);
            let mut names: Vec<_> = error.details().iter().map(|(name, _)| name.as_str()).collect();
            names.sort_unstable();
            assert_eq!((names, error.kind()), (missing, Kind::Malformed), "{body}");
        }
    }

    #[test]
    fn samples_are_understood() {
        for preset in super::super::PRESETS.iter() {
            let mapping = preset.mapping().expect("valid");
            let (body, headers) = mapping.sample("id-1", "a.b", Timestamp::from_secs(1_700_000_000));
            let text = body.to_text();
            let header = |name: &str| headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
            let members = body.as_object().expect("object");
            let request =
                Request { header: &header, body: members, bytes: text.as_bytes(), received: Timestamp::from_secs(5) };
            let told = mapping.tell(request).expect(preset.name);
            assert_eq!((&*told.external_id, &*told.kind), ("id-1", "a.b"), "{}", preset.name);
        }
    }

    #[test]
    fn mappings_have_one_form() {
        assert_eq!(mapping(ACME).expect("acme").to_json().to_text(), ACME);
        let bare = r#"{"event_id":null,"type":"t?","occurred_at":null,"subject":null,"data":null}"#;
        assert_eq!(mapping(r#"{"type":"t?","other":1}"#).expect("bare").to_json().to_text(), bare);
        for bad in ["5", r#"{"type":5}"#, r#"{"type":""}"#, r#"{"data":"header:"}"#, r#"{"data":"header:a b"}"#] {
            assert!(mapping(bad).is_err(), "{bad}");
        }
    }
}
