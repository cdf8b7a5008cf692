//! Micro-benchmarks of what every event passes: reading and hashing, matching, transforming,
//! signing, and the shared commit. For the whole path there is `jobcelis bench`.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use jobcelis::base::id::IdSource;
use jobcelis::base::{Json, Timestamp};
use jobcelis::config;
use jobcelis::domain::access::{Actor, Client, Who};
use jobcelis::domain::condition::Subject;
use jobcelis::domain::event::{Draft, PayloadHash};
use jobcelis::domain::filter::Filters;
use jobcelis::domain::signing::{Schemes, SigningKeys};
use jobcelis::domain::topic::TopicSet;
use jobcelis::domain::transform::{BodyConfig, EventParts};
use jobcelis::engine::access::authenticate_key;
use jobcelis::engine::accounts::{self, NewAccount};
use jobcelis::engine::bus::Bus;
use jobcelis::engine::{Engine, accept};
use jobcelis::params;
use jobcelis::store::{Options, Store, Tx};
use std::sync::Arc;

fn main() {
    divan::main();
}

/// What a write pays for streams that nobody reads.
#[divan::bench]
fn nobody_listens(bencher: Bencher) {
    let (bus, project) = (Bus::default(), IdSource::default().next());
    bencher.bench_local(|| black_box(&bus).has_listeners(black_box(project)));
}

const SIZES: [usize; 2] = [190, 20_000];

/// An event of about `size` bytes whose keys are not in order.
fn event(size: usize) -> String {
    let note = "x".repeat(size.saturating_sub(150));
    format!(
        r#"{{"topic":"order.created","payload":{{"seq":1,"order":{{"id":"ord_1001","amount":129900,"currency":"EUR","items":[{{"sku":"A-100","qty":2}}]}},"note":"{note}"}}}}"#
    )
}

fn payload(size: usize) -> String {
    let text = event(size);
    let event = Json::parse(&text).expect("JSON");
    let members = event.as_object().expect("an object");
    members.get("payload").expect("a payload").to_text()
}

/// From the received bytes to a row's content: parse, split, compact, hash.
#[divan::bench(args = SIZES)]
fn read_event(bencher: Bencher, size: usize) {
    let (text, ids, now) = (event(size), IdSource::default(), Timestamp::now());
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let Ok(Json::Object(members)) = Json::parse(black_box(&text)) else { unreachable!("an object") };
        Draft::read(members, None, now).expect("an event").accept(ids.next())
    });
}

#[divan::bench(args = SIZES)]
fn canonical_hash(bencher: Bencher, size: usize) {
    let text = payload(size);
    let json = Json::parse(&text).expect("JSON");
    bencher.counter(BytesCount::new(text.len())).bench_local(|| PayloadHash::of(black_box(&json), &text));
}

/// One event against the topics of many webhooks.
#[divan::bench(args = [1, 100, 1000])]
fn match_topics(bencher: Bencher, webhooks: usize) {
    let patterns = |i: usize| [format!("area{i}.*"), format!("order.#.v{i}"), "user.created".to_owned()];
    let sets: Vec<TopicSet> = (0..webhooks).map(|i| TopicSet::compile(&patterns(i))).collect();
    bencher.counter(ItemsCount::new(webhooks)).bench_local(|| {
        let topic = black_box(Some("order.item.created"));
        sets.iter().filter(|set| set.matches(topic)).count()
    });
}

#[divan::bench]
fn hold_filters(bencher: Bencher) {
    let conditions = r#"[{"path":"order.amount","op":"gt","value":1000},{"path":"order.items.0.sku","op":"eq","value":"A-100"},{"path":"order.currency","op":"in","value":["EUR","USD"]}]"#;
    let filters = Filters::compile(&Json::parse(conditions).expect("JSON")).expect("filters");
    let text = payload(190);
    let json = Json::parse(&text).expect("JSON");
    bencher.bench_local(|| filters.hold(&Subject::new(black_box(&json), Some("order.created"))));
}

#[divan::bench(args = [
    "{}",
    r#"{"body_pick":["order","missing"],"body_rename":{"order":"o"},"body_extra":{"source":"shop"}}"#,
    r#"{"body_mode":"custom","template":{"text":"{{topic}}: {{order.id}} {{payload}}"}}"#,
])]
fn build_body(bencher: Bencher, config: &str) {
    let config = BodyConfig::compile(&Json::parse(config).expect("JSON")).expect("a body_config");
    let text = payload(190);
    let event = EventParts {
        id: "0199b5a0-1111-7000-8000-000000000001",
        topic: Some("order.created"),
        occurred_at: Timestamp::now(),
        nested: true,
    };
    bencher.bench_local(|| config.build(black_box(&event), &text));
}

/// Both schemes, as every delivery is signed by default.
#[divan::bench(args = SIZES)]
fn sign(bencher: Bencher, size: usize) {
    let keys = SigningKeys::new(&["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E="]);
    let (body, schemes) = (event(size), Schemes::default());
    let id = "0199b5a0-1111-7000-8000-000000000001";
    bencher
        .counter(BytesCount::new(body.len()))
        .bench_local(|| keys.sign(schemes, id, 1_768_473_000, black_box(body.as_bytes())));
}

/// Writers that wait at the same time for durable commits; on the disk that holds the build.
#[divan::bench(args = [1, 64, 512], sample_count = 20)]
fn shared_commit(bencher: Bencher, writers: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let options = Options { path: folder.path().join("bench.db"), full_sync: true, cache_mb: 16 };
    let make = |tx: &Tx<'_>| tx.exec("CREATE TABLE t (id BLOB NOT NULL PRIMARY KEY, v TEXT NOT NULL)", &[]);
    let store = runtime.block_on(async { Store::open(&options, make) }).expect("a database").0;
    let (store, ids, text) = (Arc::new(store), Arc::new(IdSource::default()), payload(190));
    bencher.counter(ItemsCount::new(writers)).bench_local(|| {
        let write = |_| {
            let (store, ids, text) = (store.clone(), ids.clone(), text.clone());
            runtime.spawn(async move {
                let insert = store.write(move |tx| {
                    let id = ids.next::<()>();
                    tx.exec("INSERT INTO t (id, v) VALUES (?1, ?2)", params![&id, &text])
                });
                insert.await.expect("a commit")
            })
        };
        let tasks: Vec<_> = (0..writers).map(write).collect();
        runtime.block_on(futures_util::future::join_all(tasks))
    });
}

/// One event with no other beside it: matched, stored durably, answered. What HTTP adds to this is
/// one round trip.
#[divan::bench(sample_count = 300)]
fn accept_alone(bencher: Bencher) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let _inside = runtime.enter();
    let flags = clap::Command::new("serve").args(config::flags());
    let data = folder.path().to_str().expect("a readable path");
    let flags = flags.get_matches_from(["serve", "--data-dir", data, "--registration", "open"]);
    let settings = config::load(&flags, |_| None, None).expect("settings").settings;
    let body = event(190);
    let (engine, actor) = runtime.block_on(async {
        let engine = Engine::open(&settings).expect("an engine");
        let client = Client { ip: [127, 0, 0, 1].into(), user_agent: None };
        let new =
            NewAccount { email: "a@b.co".into(), password: "Tr4vesura-lenta".into(), name: None, invite_token: None };
        let made = accounts::register(&engine, new, client).await.expect("an account");
        let key = authenticate_key(&engine, &made.api_key).await.expect("a key");
        let (id, prefix, tenants) = (key.key, key.prefix.clone(), Default::default());
        let who = Who::Key { id, prefix, owner: key.owner, rotated_at: None, tenants };
        let actor = Actor { who, project: made.project, ip: [127, 0, 0, 1].into(), user_agent: None };
        (engine, actor)
    });
    bencher.bench_local(|| {
        let (engine, actor, body) = (engine.clone(), actor.clone(), body.clone());
        let task = runtime.spawn(async move {
            let Ok(Json::Object(members)) = Json::parse(&body) else { panic!("an object") };
            accept::one(&engine, &actor, members, None).await.expect("accepted");
        });
        runtime.block_on(task)
    });
}
