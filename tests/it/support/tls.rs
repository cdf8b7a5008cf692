//! Certificates made for a test, and one exchange over TLS with whoever shows one of them.

use super::wire::{self, Reply};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{self, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A connection with TLS on it.
pub type Secured = BufReader<StreamOwned<ClientConnection, TcpStream>>;

/// A certificate for `localhost` and 127.0.0.1 with its key, as files.
#[derive(Debug)]
pub struct Pair {
    folder: TempDir,
    der: CertificateDer<'static>,
}

impl Pair {
    pub fn new() -> Pair {
        let folder = tempfile::tempdir().expect("a temporary directory");
        let der = write(folder.path());
        Pair { folder, der }
    }

    pub fn cert(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }

    pub fn key(&self) -> PathBuf {
        self.folder.path().join("key.pem")
    }

    /// The flags of a server that shows it.
    pub fn flags(&self) -> [String; 4] {
        let text = |path: PathBuf| path.to_str().expect("a readable path").to_owned();
        ["--tls-cert".to_owned(), text(self.cert()), "--tls-key".to_owned(), text(self.key())]
    }

    /// Replaces both files by another pair.
    pub fn renew(&mut self) {
        self.der = write(self.folder.path());
    }

    /// A connection to a server that shows this certificate; another one is an error.
    pub fn connect(&self, to: SocketAddr, alpn: &[&str]) -> io::Result<Secured> {
        let mut roots = RootCertStore::empty();
        roots.add(self.der.clone()).expect("a certificate");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let building = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let mut config = building.expect("versions").with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = alpn.iter().map(|name| name.as_bytes().to_vec()).collect();
        let name = ServerName::try_from("localhost").expect("a name");
        let client = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
        let mut stream = StreamOwned::new(client, wire::connect(to)?);
        while stream.conn.is_handshaking() {
            stream.conn.complete_io(&mut stream.sock)?;
        }
        Ok(BufReader::new(stream))
    }

    /// One request on a connection of its own.
    #[track_caller]
    pub fn ask(&self, to: SocketAddr, request: &str) -> Reply {
        let mut connection = self.connect(to, &[]).expect("a connection");
        ask(&mut connection, request)
    }
}

/// One request on a connection that stands.
#[track_caller]
pub fn ask(connection: &mut Secured, request: &str) -> Reply {
    connection.get_mut().write_all(request.as_bytes()).expect("sent");
    wire::read_reply(connection, false).expect("an answer")
}

fn write(folder: &Path) -> CertificateDer<'static> {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).expect("a certificate");
    std::fs::write(folder.join("cert.pem"), made.cert.pem()).expect("written");
    std::fs::write(folder.join("key.pem"), made.signing_key.serialize_pem()).expect("written");
    made.cert.der().clone()
}
