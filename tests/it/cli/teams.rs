//! Projects, members and invitations from the command line, against the real server.

use crate::support::{Account, Cli, Daemon, Output, unique};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Someone at a terminal of their own, logged in with a token.
struct Person {
    home: TempDir,
    account: Account,
}

impl Person {
    fn new(daemon: &Daemon) -> Person {
        let person = Person { home: tempfile::tempdir().unwrap(), account: daemon.register() };
        let (place, token) = (daemon.address(), &person.account.token);
        let file = person.home.path().join("config.toml");
        std::fs::write(&file, format!("[profiles.default]\nbase_url = \"http://{place}\"\ntoken = \"{token}\"\n"))
            .unwrap();
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        person
    }

    fn cli(&self, args: &[&str]) -> Cli {
        let path = |name: &str| self.home.path().join(name).to_str().unwrap().to_owned();
        Cli::new(args)
            .env("JOBCELIS_CONFIG", &path("config.toml"))
            .env("XDG_CACHE_HOME", &path("cache"))
            .env("TZ", "UTC")
    }

    fn run(&self, args: &[&str]) -> Output {
        self.cli(args).run()
    }

    /// The output of a command that must succeed.
    #[track_caller]
    fn says(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.code, Some(0), "{args:?}: {}", output.stderr);
        output.stdout
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.says(args)).expect("JSON")
    }

    fn kept(&self) -> String {
        std::fs::read_to_string(self.home.path().join("config.toml")).unwrap()
    }
}

#[test]
fn a_project_from_start_to_end() {
    let daemon = Daemon::shared();
    let ana = Person::new(&daemon);
    let name = unique("Shop ");
    let made = ana.json(&["projects", "create", "--name", &name, "--settings", r#"{"a":1}"#]);
    let id = made["id"].as_str().unwrap();
    assert!(made["api_key"].is_string());
    assert_eq!(ana.says(&["projects", "ls", "-o", "id"]), format!("{id}\n{}\n", ana.account.project_id));
    let list = ana.says(&["projects", "list", "-o", "csv", "--fields", "name,role,is_default"]);
    assert_eq!(list, format!("name,role,is_default\r\n{name},owner,false\r\nMy Project,owner,true\r\n"));
    // A table shows the fields of a project once, not its copy under `data` too.
    let table = ana.says(&["projects", "get", id, "-o", "table", "--utc"]);
    assert_eq!(table.matches(&name).count(), 1, "{table}");
    assert!(!table.lines().any(|line| line.starts_with("data")), "{table}");

    assert_eq!(ana.json(&["projects", "set-default", &id[..20]])["is_default"], true);
    let both = ana.says(&[
        "projects",
        "update",
        id,
        &ana.account.project_id,
        "--name",
        &name,
        "-o",
        "ndjson",
        "--fields",
        "name",
    ]);
    assert_eq!(both, format!("{{\"name\":\"{name}\"}}\n").repeat(2));
    let output = ana.run(&["projects", "use", &name]);
    assert_eq!(output.code, Some(2), "two are called so: {}", output.stderr);
    ana.says(&["projects", "update", id, "--name", "Till"]);
    let output = ana.run(&["projects", "use", "Till"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), ""), "{}", output.stderr);
    assert!(output.stderr.contains(&format!("work in Till ({id})")), "{}", output.stderr);
    assert!(ana.kept().contains(&format!("project = \"{id}\"")));
    assert_eq!(ana.json(&["project", "get"])["id"], id);
    let output = ana.run(&["projects", "use", "nowhere"]);
    assert_eq!(output.code, Some(2), "{}", output.stderr);

    assert_eq!(ana.json(&["projects", "delete", id]), json!({"ok": true}));
    assert!(!ana.kept().contains(id), "a project that is gone is not worked in: {}", ana.kept());
    assert_eq!(ana.run(&["projects", "get", id]).code, Some(5));
}

#[test]
fn a_team() {
    let daemon = Daemon::shared();
    let (ana, eva, ina) = (Person::new(&daemon), Person::new(&daemon), Person::new(&daemon));
    ana.says(&["projects", "update", &ana.account.project_id, "--name", "Shop"]);
    assert_eq!(ana.run(&["members", "list"]).code, Some(2), "which project?");
    ana.says(&["projects", "use", &ana.account.project_id]);

    // Several at once: one of them is nobody.
    let nobody = format!("{}@example.org", unique("nobody"));
    let line = ["members", "add", "--email", &eva.account.email, &nobody, &ina.account.email, "--role", "member"];
    let output = ana.run(&[&line[..], &["-o", "ndjson", "--fields", "role,status"]].concat());
    assert_eq!(output.code, Some(9), "{}", output.stderr);
    assert_eq!(output.stdout, "{\"role\":\"member\",\"status\":\"pending\"}\n".repeat(2));
    assert!(output.stderr.contains(&format!("{nobody}: User not found")), "{}", output.stderr);

    let open = eva.says(&["invitations", "pending", "-o", "csv", "--fields", "project_name,role"]);
    assert_eq!(open, "project_name,role\r\nShop,member\r\n");
    let of_eva = eva.says(&["invitations", "list", "-o", "id"]).trim().to_owned();
    assert_eq!(eva.json(&["invitations", "accept", &of_eva])["status"], "accepted");
    let of_ina = ina.says(&["invitations", "pending", "-o", "id"]).trim().to_owned();
    assert_eq!(ina.json(&["invitations", "reject", &of_ina])["status"], "rejected");
    assert_eq!(ina.run(&["invitations", "accept", &of_ina]).code, Some(6));

    let list = ana.says(&["members", "list", "--project", "Shop", "-o", "csv", "--fields", "email,role"]);
    assert_eq!(list, format!("email,role\r\n{},owner\r\n{},member\r\n", ana.account.email, eva.account.email));
    assert_eq!(ana.json(&["members", "update", &of_eva, "--role", "viewer"])["role"], "viewer");
    assert_eq!(
        ana.json(&["audit", "list", "--action", "member.*", "--limit", "1"])["data"][0]["action"],
        "member.role_changed"
    );

    // Leaving needs no id; the owner stays.
    let output = ana.run(&["members", "leave"]);
    assert_eq!(output.code, Some(6), "{}", output.stderr);
    assert_eq!(eva.json(&["members", "leave", "--project", &ana.account.project_id]), json!({"ok": true}));
    let output = eva.run(&["members", "leave", "--project", &ana.account.project_id]);
    assert_eq!(output.code, Some(5), "{}", output.stderr);
}

#[test]
fn the_log_page_by_page_and_as_a_table() {
    let daemon = Daemon::shared();
    let ana = Person::new(&daemon);
    for _ in 0..3 {
        ana.account.event("t", json!({}));
    }
    let lines = ana.says(&["audit", "list", "--all", "-o", "ndjson", "--limit", "2", "--fields", "action"]);
    let expected = ["event.created"; 3].into_iter().chain(["api_key.created", "project.created"]);
    assert_eq!(lines, expected.map(|action| format!("{{\"action\":\"{action}\"}}\n")).collect::<String>());
    let table = ana.says(&["audit", "list", "--action", "project.created", "-o", "wide"]);
    for shown in ["ACTION", "project.created", &ana.account.email, &ana.account.project_id] {
        assert!(table.contains(shown), "{shown}: {table}");
    }
    let nobody = ana.run(&["audit", "list", "--actor-email", "nobody@example.org", "-o", "table"]);
    assert_eq!((nobody.code, nobody.stdout.as_str(), nobody.stderr.as_str()), (Some(0), "", "No audit entries.\n"));
}

#[test]
fn ids_of_teams_complete() {
    let daemon = Daemon::shared();
    let (ana, eva) = (Person::new(&daemon), Person::new(&daemon));
    ana.says(&["members", "add", "--project", &ana.account.project_id, "--email", &eva.account.email]);
    let place = eva.says(&["invitations", "pending", "-o", "id"]).trim().to_owned();
    let offers = |person: &Person, words: &[&str]| {
        let output = person.cli(&[&["--", "jobcelis"], words].concat()).env("COMPLETE", "fish").run();
        assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""), "{words:?}");
        output.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let project = &ana.account.project_id;
    let shown = format!("{project}\tMy Project  owner");
    assert_eq!(offers(&ana, &["projects", "use", ""]), std::slice::from_ref(&shown));
    assert_eq!(offers(&ana, &["members", "list", "--project", &project[..8]]), [shown]);
    let member = format!("{place}\t{}  Ana", eva.account.email);
    assert_eq!(offers(&ana, &["members", "--project", project, "remove", &place]), [member]);
    assert_eq!(offers(&ana, &["members", "remove", &place]), [""; 0], "of which project?");
    assert_eq!(offers(&eva, &["invitations", "accept", ""]), [format!("{place}\tMy Project  viewer")]);
}
