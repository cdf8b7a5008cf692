//! What another program hands the server: bound sockets, a descriptor to say that it is ready on,
//! and a service manager to be told how things stand.

use crate::support::{Cli, Daemon, exchange, until};
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixDatagram, UnixListener};

const HEALTH: &[u8] = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
/// Hands on what stdin is as the first inherited socket.
const SOCKET: &str = r#"exec 3<&0 0</dev/null; export LISTEN_FDS=1 LISTEN_PID=$$;"#;

#[test]
fn an_inherited_socket_comes_before_those_asked_for() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    let daemon = Daemon::out_of(&format!("{SOCKET} exec \"$@\""), Some(OwnedFd::from(socket)), &[]);
    assert_eq!(daemon.address(), address);
    let lines = until("both are named", || {
        let count = daemon.log().lines().filter(|line| line.contains(" listening on http://")).count();
        (count == 2).then_some(count)
    });
    assert_eq!(lines, 2);
    assert_eq!(exchange(address, HEALTH).status, 200);
    until("the public URL is that of it", || {
        daemon.log().contains(&format!("public_url=\"http://{address}\"")).then_some(())
    });
}

#[test]
fn an_inherited_socket_takes_the_place_of_the_usual_one() {
    let socket = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = socket.local_addr().unwrap().port();
    // Without the address that tests ask for.
    let script = format!("{SOCKET} b=$1; shift 4; exec \"$b\" serve \"$@\"");
    let daemon = Daemon::out_of(&script, Some(OwnedFd::from(socket)), &[]);
    let log = until("it tells of itself", || Some(daemon.log()).filter(|log| log.contains("registration")));
    assert_eq!(log.lines().filter(|line| line.contains(" listening on ")).count(), 1, "{log}");
    assert!(log.contains("mode=\"first\""), "others can reach it, whatever the usual address is: {log}");
    assert_eq!(exchange(([127, 0, 0, 1], port).into(), HEALTH).status, 200);
}

#[test]
fn an_inherited_socket_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("http.sock");
    let socket = UnixListener::bind(&path).unwrap();
    let mut daemon = Daemon::out_of(&format!("{SOCKET} exec \"$@\""), Some(OwnedFd::from(socket)), &[]);
    assert!(daemon.log().contains(&format!("listening on unix:{}", path.display())), "{}", daemon.log());
    assert_eq!(exchange(daemon.address(), HEALTH).status, 200);
    daemon.stop();
    assert!(path.exists(), "it is the service manager's");
}

#[test]
fn what_is_no_socket_is_refused() {
    let script =
        r#"exec 3</dev/null; export LISTEN_FDS=1 LISTEN_PID=$$; exec "$0" serve --listen 127.0.0.1:0 --data-dir "$1""#;
    let root = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_jobcelis")]).arg(root.path().join("data"));
    let run = crate::support::finish(&mut command, b"");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("inherited socket 1: fd 3 is not a socket"), "{}", run.stderr);
}

#[test]
fn a_descriptor_is_told_that_it_is_ready() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ready");
    let script = format!("exec \"$@\" 7>'{}'", path.display());
    let daemon = Daemon::out_of(&script, None, &["--ready-fd", "7"]);
    let line = until("the line is there", || std::fs::read_to_string(&path).ok().filter(|text| text.ends_with('\n')));
    assert_eq!(line, format!("http://{}\n", daemon.address()));
    let pipe = format!("exec \"$@\" 7>&1 | (read url; printf %s \"$url\" > '{}')", path.display());
    let mut piped = Daemon::out_of(&pipe.replace("exec ", ""), None, &["--ready-fd", "7"]);
    let told = format!("http://{}", piped.address());
    until("a pipe is told too", || std::fs::read_to_string(&path).ok().filter(|text| *text == told));
    let pid = std::fs::read_to_string(piped.data_dir().join("jobcelis.lock")).unwrap();
    std::process::Command::new("kill").arg(pid.trim()).status().unwrap();
    piped.wait();
}

#[test]
fn a_descriptor_that_is_not_open_is_a_usage_error() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let run =
        Cli::new(["serve", "--listen", "127.0.0.1:0", "--data-dir", data.to_str().unwrap(), "--ready-fd", "77"]).run();
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(
        run.stderr.contains("--ready-fd 77: cannot be written to") && run.stderr.contains("77>FILE"),
        "{}",
        run.stderr
    );
    assert!(!data.exists());
}

#[test]
fn the_service_manager_hears_how_things_stand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(crate::support::DEADLINE)).unwrap();
    let hear = || {
        let mut message = [0; 256];
        let length = socket.recv(&mut message).expect("a message");
        String::from_utf8_lossy(&message[..length]).into_owned()
    };
    let mut daemon = Daemon::with_env(&[("NOTIFY_SOCKET", path.to_str().unwrap())]);
    assert_eq!(hear().trim(), "READY=1");
    daemon.signal("HUP");
    let reloading = hear();
    assert!(reloading.contains("RELOADING=1") && reloading.contains("MONOTONIC_USEC="), "{reloading}");
    assert_eq!(hear().trim(), "READY=1");
    daemon.stop();
    assert_eq!(hear().trim(), "STOPPING=1");
}
