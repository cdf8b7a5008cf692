//! How the server is and has been, for people and for clients: `/status` is a page for browsers
//! and JSON for everything else.

mod about;

use super::cx::Cx;
use super::pages;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::{Error, Result, Timestamp};
use crate::config::Locale;
use crate::domain::uptime::{Count, History, Parts, Status};
use crate::engine::uptime;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, VARY};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

const PAGE: &str = include_str!("status_page.html");
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get("/status", None, status).about(about::status)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusReport")]
struct Report {
    status: &'static str,
    checked_at: Timestamp,
    checks: Three,
    uptime: Percents,
    timestamp: Timestamp,
}

/// The parts that strangers are told of.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusChecks")]
struct Three {
    database: &'static str,
    queue: &'static str,
    cache: &'static str,
}

/// Of the time in which it worked.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UptimePercents")]
pub(super) struct Percents {
    last_24h: f64,
    last_7d: f64,
    last_30d: f64,
}

impl Percents {
    pub fn of(history: &History) -> Percents {
        let History { last_24h, last_7d, last_30d, .. } = *history;
        Percents { last_24h, last_7d, last_30d }
    }
}

async fn status(cx: Cx) -> Result<Reply> {
    let html = prefers_html(cx.header("accept").unwrap_or_default());
    if html && !cx.engine.settings.status_page {
        return Err(Error::new(crate::base::Kind::NotFound, "Not found"));
    }
    let (parts, now) = (uptime::parts(&cx.engine).await, Timestamp::now());
    // Where the database does not answer, what is known of the past is not told.
    let history = uptime::history(&cx.engine).await.unwrap_or_else(|_| History::of(&[], now).into());
    let checked_at = cx.engine.uptime.seen().map_or(now, |seen| seen.latest.at);
    let Parts { database, queue, cache, .. } = parts;
    let reply = match html {
        true => {
            let words = Words::of(pages::locale(&cx));
            Reply::html(page(words, &parts, &history, checked_at))
                .header(CONTENT_SECURITY_POLICY, PAGE_POLICY)
                .header(VARY, "Accept, Accept-Language, Cookie")
        }
        false => Reply::ok(Report {
            status: parts.status().as_str(),
            checked_at,
            checks: Three { database, queue, cache },
            uptime: Percents::of(&history),
            timestamp: now,
        })
        .header(VARY, "Accept"),
    };
    Ok(reply.header(CACHE_CONTROL, "no-store"))
}

/// Browsers name HTML first; clients of the API name JSON, anything, or nothing.
fn prefers_html(accept: &str) -> bool {
    let place =
        |kind: &str| accept.split(',').position(|part| part.split(';').next().is_some_and(|p| p.trim() == kind));
    match (place("text/html"), place("application/json")) {
        (Some(html), Some(json)) => html < json,
        (html, _) => html.is_some(),
    }
}

/// What stands on the page, in one language.
struct Words {
    language: &'static str,
    title: &'static str,
    /// Healthy, degraded, unhealthy.
    states: [&'static str; 3],
    parts: [&'static str; 3],
    good: &'static str,
    bad: &'static str,
    days: &'static str,
    unknown: &'static str,
    checked: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    title: "Status",
    states: ["Operational", "Degraded", "Unavailable"],
    parts: ["Database", "Queue", "Cache"],
    good: "works",
    bad: "does not work",
    days: "The last 90 days",
    unknown: "not known",
    checked: "Last check:",
};

const SPANISH: Words = Words {
    language: "es",
    title: "Estado",
    states: ["Operativo", "Degradado", "No disponible"],
    parts: ["Base de datos", "Cola", "Caché"],
    good: "funciona",
    bad: "no funciona",
    days: "Los últimos 90 días",
    unknown: "sin datos",
    checked: "Última comprobación:",
};

impl Words {
    fn of(locale: Locale) -> &'static Words {
        match locale {
            Locale::En => &ENGLISH,
            Locale::Es => &SPANISH,
        }
    }

    fn state(&self, status: Status) -> &'static str {
        self.states[(status.code() as usize).min(2)]
    }
}

/// Everything in it is of our own making; nothing needs an escape.
fn page(words: &Words, parts: &Parts, history: &History, checked_at: Timestamp) -> String {
    let word = |part| if part == "ok" { words.good } else { words.bad };
    let rows: String = words
        .parts
        .iter()
        .zip([parts.database, parts.queue, parts.cache])
        .map(|(name, part)| format!("  <tr><th scope=\"row\">{name}<td>{}\n", word(part)))
        .collect();
    let mut bars = String::new();
    for (day, count) in &history.days {
        let (class, told) = bar(words, count);
        let day = day.to_string();
        let _ = writeln!(bars, "  <i class=\"{class}\" title=\"{}: {told}\"></i>", &day[..10]);
    }
    let percent = format!("24 h {} % · 7 d {} % · 30 d {} %", history.last_24h, history.last_7d, history.last_30d);
    PAGE.replace("{language}", words.language)
        .replace("{title}", words.title)
        .replace("{state}", words.state(parts.status()))
        .replace("{rows}", &rows)
        .replace("{days}", words.days)
        .replace("{bars}", &bars)
        .replace("{percent}", &percent)
        .replace("{checked}", words.checked)
        .replace("{checked_at}", &checked_at.to_string())
}

/// How a day looks.
fn bar(words: &Words, count: &Count) -> (&'static str, String) {
    let percent = count.percent();
    let class = match count {
        Count { healthy: 0, degraded: 0, unhealthy: 0, missing: 0 } => return ("none", words.unknown.to_owned()),
        _ if percent < 99.0 => "down",
        Count { degraded: 0, .. } if percent >= 100.0 => "up",
        _ => "partly",
    };
    (class, format!("{percent} %"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_for_browsers() {
        for (accept, html) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("text/html;q=0.9", true),
            ("text/html, application/json", true),
            ("application/json, text/html", false),
            ("application/json", false),
            ("*/*", false),
            ("", false),
        ] {
            assert_eq!(prefers_html(accept), html, "{accept}");
        }
    }

    #[test]
    fn a_day_looks_as_it_was() {
        let day = |healthy, degraded, unhealthy, missing| Count { healthy, degraded, unhealthy, missing };
        for (count, class) in [
            (day(0, 0, 0, 0), "none"),
            (day(288, 0, 0, 0), "up"),
            (day(287, 1, 0, 0), "partly"),
            (day(287, 0, 1, 0), "partly"),
            (day(200, 0, 0, 88), "down"),
        ] {
            assert_eq!(bar(&ENGLISH, &count).0, class, "{count:?}");
        }
        let history = History::of(&[], Timestamp::from_secs(1_790_000_000));
        for words in [&ENGLISH, &SPANISH] {
            let text = page(words, &Parts { queue: "error", ..Parts::GOOD }, &history, Timestamp::from_secs(0));
            assert_eq!(text.matches("<i class=\"none\"").count(), 90);
            assert!(!text.contains('{') || !text.contains("{checked"), "{text}");
            assert!(text.contains(words.states[1]) && text.contains(words.bad));
        }
    }
}
