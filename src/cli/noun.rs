//! What the commands of every resource have in common: a list with its pages, and one call per
//! id. A resource file says what it is (`Noun`), its verbs, and the request of each verb.

use super::app::App;
use super::failure::{Failure, Outcome, PARTIAL, USAGE};
use super::output::{Format, print};
use super::value;
use crate::base::Json;
use crate::base::json::Members;
use crate::client::{Auth, Request, segment};
use std::time::Duration;

/// A resource as the command line sees it.
#[derive(Debug, Clone, Copy)]
pub struct Noun<'a> {
    pub one: &'static str,
    pub many: &'static str,
    /// Below `/api/v1`; `{project}` stands for the id of the project that is meant.
    pub path: &'a str,
    /// What follows the path where the list is.
    pub list: &'static str,
    /// The credential its routes want.
    pub auth: Auth,
    /// The member of a list answer that holds the items.
    pub key: &'static str,
    /// The query that makes the list complete, for looking up ids.
    pub everything: Option<(&'static str, &'static str)>,
    /// Columns of a table, as dotted paths.
    pub columns: &'static [&'static str],
    /// Further columns where there is room.
    pub wide: &'static [&'static str],
}

impl Noun<'_> {
    /// The command that is about it.
    pub fn command(&self) -> String {
        self.many.replace(' ', "-")
    }

    /// The request for its list.
    pub fn listing(&self) -> Request {
        Request::get(&format!("{}{}", self.path, self.list)).auth(self.auth)
    }

    /// As [`Noun::listing`]; also with what `everything` adds if that is asked for.
    pub fn listing_of(&self, everything: bool) -> Request {
        let more = self.everything.filter(|_| everything);
        more.into_iter().fold(self.listing(), |request, (name, value)| request.query(name, Some(value)))
    }

    /// The path of one of them, with what follows it.
    pub fn at(&self, id: &str, rest: &str) -> String {
        format!("{}/{}{rest}", self.path, segment(id))
    }
}

/// Ids of things to act on.
#[derive(Debug, Clone, clap::Args)]
pub struct Ids {
    /// Ids, or the first 6 or more characters of one; - reads them from stdin
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
}

/// How much of a list is shown, and how often.
#[derive(Debug, Clone, clap::Args)]
pub struct Paging {
    /// Items per page
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    /// Where to go on, as the page before said
    #[arg(long, value_name = "CURSOR", conflicts_with = "all")]
    pub cursor: Option<String>,
    /// Follow the pages to the end
    #[arg(long)]
    pub all: bool,
    /// Show the list again every so many seconds
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "2", require_equals = true,
          value_parser = super::global::seconds)]
    pub watch: Option<f64>,
}

impl Paging {
    /// The whole list, once.
    pub const ALL: Paging = Paging { limit: None, cursor: None, all: true, watch: None };
}

/// From when to when.
#[derive(Debug, Clone, clap::Args)]
pub struct Period {
    /// From this time on: RFC 3339, a date, or words like -15m
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Up to this time
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub to: Option<String>,
}

impl Period {
    /// The request for what happened then.
    pub fn narrow(&self, request: Request) -> Outcome<Request> {
        Ok(request
            .query("from", value::maybe_time("--from", &self.from)?)
            .query("to", value::maybe_time("--to", &self.to)?))
    }

    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

impl App {
    /// Prints a list; `request` carries its filters.
    pub fn list(&self, noun: &Noun<'_>, request: Request, paging: &Paging) -> Outcome {
        loop {
            let result = self.list_once(noun, &request, paging);
            let Some(pause) = paging.watch else { return result };
            result?;
            std::thread::sleep(Duration::from_secs_f64(pause));
            if self.out.format.is_table() {
                print("\x1b[2J\x1b[H")?;
            }
        }
    }

    fn list_once(&self, noun: &Noun<'_>, request: &Request, paging: &Paging) -> Outcome {
        let limit = paging.limit.or(paging.all.then_some(200));
        let (mut cursor, mut items) = (paging.cursor.clone(), self.out.items(noun.columns, noun.wide));
        loop {
            let page = request.clone().query("limit", limit).query("cursor", cursor.as_deref());
            let page = self.call(page)?.json()?;
            if self.out.format == Format::Json && !paging.all && self.out.fields.is_none() {
                return self.out.value(&page);
            }
            for item in items_of(&page, noun) {
                items.push(item.clone())?;
            }
            let next = page.lookup("next_cursor").and_then(Json::as_str).map(str::to_owned);
            let more = page.lookup("has_next").and_then(Json::as_bool).unwrap_or(next.is_some());
            match next.filter(|_| more) {
                // A cursor that does not move would never end.
                Some(next) if paging.all && cursor.as_ref() != Some(&next) => cursor = Some(next),
                next => {
                    items.finish(noun.many)?;
                    if let (Some(next), true, false) = (next, self.out.format.is_table(), paging.all) {
                        self.out.note(&format!("More: --cursor {next}"));
                    }
                    return Ok(());
                }
            }
        }
    }

    /// Prints a list without pages as people see it; programs get the answer.
    pub fn short_list(&self, request: Request, columns: &[&str], name: &str) -> Outcome {
        let answer = self.call(request)?;
        if self.out.format == Format::Json {
            return self.show(&answer);
        }
        self.out.list(columns, &[], answer.json()?.lookup("data"), name)
    }

    /// Prints an object; people see its member `list` as a table of its own.
    pub fn show_parts(&self, request: Request, list: &str, parts: &Noun<'_>) -> Outcome {
        let answer = self.call(request)?;
        if !self.out.format.is_table() {
            return self.show(&answer);
        }
        let Json::Object(mut members) = answer.json()? else { return self.show(&answer) };
        let found = members.remove(list);
        self.out.value(&Json::Object(members))?;
        self.out.list(parts.columns, parts.wide, found.as_ref(), parts.many)
    }

    /// Makes one request per id and prints each answer.
    pub fn each(&self, noun: &Noun<'_>, ids: &Ids, request: impl Fn(&str) -> Request) -> Outcome {
        self.each_with(noun, ids, |id| self.run(request(id)))
    }

    /// Changes each of them to what the body says, which must say something.
    pub fn change(&self, noun: &Noun<'_>, ids: &Ids, body: Json<'_>) -> Outcome {
        if body.as_object().is_none_or(Members::is_empty) {
            let help = format!("see jobcelis {} update --help", noun.command());
            return Err(Failure::usage("nothing to change").hint(help));
        }
        self.each(noun, ids, |id| Request::patch(&noun.at(id, "")).json(&body))
    }

    /// Does something for each id. One that fails does not keep the others from their turn: of
    /// several, the exit code then says that some failed.
    pub fn each_with(&self, noun: &Noun<'_>, ids: &Ids, act: impl Fn(&str) -> Outcome) -> Outcome {
        self.all(&self.ids(noun, &ids.ids)?, act)
    }

    /// As [`App::each_with`], for whatever several of can be given.
    pub fn all(&self, given: &[String], act: impl Fn(&str) -> Outcome) -> Outcome {
        let mut failed = Vec::new();
        for one in given {
            match act(one) {
                Err(failure) if failure.code() != 0 => {
                    if given.len() > 1 {
                        failure.clone().of(one).report(self.global.wants_json());
                    }
                    failed.push(failure);
                }
                _ => {}
            }
        }
        match failed.len() {
            0 => Ok(()),
            1 if given.len() == 1 => Err(failed.remove(0)),
            n if n == given.len() => Err(Failure::silent(failed[0].code())),
            _ => Err(Failure::silent(PARTIAL)),
        }
    }

    /// The whole ids of what was given: `-` is stdin, a beginning is looked up.
    pub fn ids(&self, noun: &Noun<'_>, given: &[String]) -> Outcome<Vec<String>> {
        let mut ids = Vec::new();
        for given in given {
            if given == "-" {
                let text = String::from_utf8_lossy(&value::stdin("the list of ids")?).into_owned();
                for word in text.split_whitespace() {
                    ids.push(self.id(noun, word)?);
                }
            } else {
                ids.push(self.id(noun, given)?);
            }
        }
        Ok(ids)
    }

    /// The whole id of what was given.
    pub fn id(&self, noun: &Noun<'_>, given: &str) -> Outcome<String> {
        let Some(after) = ceiling(given).filter(|_| !self.sends_nothing()) else { return Ok(given.to_owned()) };
        // Newest first from the highest id that begins so: what is looked for comes at once.
        let request = noun.listing_of(true).query("limit", Some(50)).query("cursor", Some(after));
        let page = self.call(request)?.json()?;
        let ids = items_of(&page, noun).iter().filter_map(|item| item.lookup("id")?.as_str());
        let lower = given.to_ascii_lowercase();
        let found: Vec<&str> = ids.filter(|id| id.starts_with(&lower)).collect();
        match found[..] {
            [id] => Ok(id.to_owned()),
            // The server knows best that there is none.
            [] => Ok(given.to_owned()),
            _ => {
                let list: String = found.iter().take(10).map(|id| format!("\n  {id}")).collect();
                Err(Failure::new(USAGE, format!("{given} is the beginning of several {}:{list}", noun.many)))
            }
        }
    }
}

/// The items of a list answer, under its own key or `data`.
pub fn items_of<'a, 'j>(page: &'a Json<'j>, noun: &Noun<'_>) -> &'a [Json<'j>] {
    let at = |key| page.lookup(key).and_then(Json::as_array);
    at(noun.key).or_else(|| at("data")).or_else(|| page.as_array()).unwrap_or_default()
}

/// All items of a list, page by page; `call` sends the requests.
pub fn whole(
    noun: &Noun<'_>,
    listing: &Request,
    mut call: impl FnMut(Request) -> Outcome<Json<'static>>,
) -> Outcome<Vec<Json<'static>>> {
    let (mut all, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let page = call(listing.clone().query("limit", Some(200)).query("cursor", cursor.as_deref()))?;
        all.extend(items_of(&page, noun).iter().cloned());
        let next = page.lookup("next_cursor").and_then(Json::as_str).map(str::to_owned);
        // A cursor that does not move would never end.
        if next.is_none() || next == cursor {
            return Ok(all);
        }
        cursor = next;
    }
}

/// The highest id that begins with the text, if the text can be the beginning of an id.
fn ceiling(given: &str) -> Option<String> {
    const HIGHEST: &str = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    let fits = |(n, c): (usize, char)| match n {
        8 | 13 | 18 | 23 => c == '-',
        _ => c.is_ascii_hexdigit(),
    };
    let beginning = (6..36).contains(&given.len()) && given.chars().enumerate().all(fits);
    beginning.then(|| given.to_ascii_lowercase() + &HIGHEST[given.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_ids_are_recognised() {
        assert_eq!(ceiling("0199B5").as_deref(), Some("0199b5ff-ffff-ffff-ffff-ffffffffffff"));
        assert_eq!(ceiling("0199b5a0-1").as_deref(), Some("0199b5a0-1fff-ffff-ffff-ffffffffffff"));
        for other in ["0199b", "evt_123", "0199b5a01", "0199b5a0-1111-7000-8000-000000000001", "abcdefg"] {
            assert_eq!(ceiling(other), None, "{other}");
        }
    }
}
