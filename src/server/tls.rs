//! The certificate of the server: read from two files, exchanged for new ones while connections go
//! on, and never given up for a pair that does not hold.

use crate::base::{Error, Kind, Result};
use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use tokio_rustls::TlsAcceptor;

/// What connections begin with; those that stand keep what they began with.
#[derive(Debug)]
pub struct Tls {
    cert: PathBuf,
    key: PathBuf,
    pair: RwLock<Pair>,
}

/// A certificate with its key, ready for use.
#[derive(Debug)]
struct Pair {
    config: Arc<ServerConfig>,
    /// The certificate alone, in DER.
    leaf: CertificateDer<'static>,
}

impl Tls {
    /// Reads a pair; the error names the file and says what is wrong with it.
    pub fn load(cert: &Path, key: &Path) -> Result<Tls> {
        Ok(Tls { pair: RwLock::new(read(cert, key)?), cert: cert.to_owned(), key: key.to_owned() })
    }

    /// Reads the files again, for the connections from now on. After an error all stays as it is.
    pub fn reload(&self) -> Result<()> {
        let pair = read(&self.cert, &self.key)?;
        *self.pair.write().unwrap_or_else(PoisonError::into_inner) = pair;
        Ok(())
    }

    /// The certificate that is shown now, in DER.
    pub fn certificate(&self) -> Vec<u8> {
        self.pair().leaf.to_vec()
    }

    fn pair(&self) -> RwLockReadGuard<'_, Pair> {
        self.pair.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// For one connection.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.pair().config.clone())
    }
}

fn read(cert: &Path, key: &Path) -> Result<Pair> {
    let chain: std::result::Result<Vec<_>, _> = CertificateDer::pem_file_iter(cert).and_then(Iterator::collect);
    let chain = chain.map_err(|e| unreadable(cert, e))?;
    let Some(leaf) = chain.first().cloned() else { return Err(wrong(cert, "holds no certificate in PEM")) };
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|e| unreadable(key, e))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let building = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let building = building.map_err(Error::internal)?.with_no_client_auth();
    let mut config = building.with_single_cert(chain, secret).map_err(|e| match e {
        rustls::Error::InconsistentKeys(_) => wrong(key, &format!("is not the key of {}", cert.display())),
        e => wrong(cert, &format!("cannot be used with {}: {e}", key.display())),
    })?;
    // What the plain listeners speak too.
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Pair { config: Arc::new(config), leaf })
}

fn unreadable(path: &Path, error: pem::Error) -> Error {
    match error {
        pem::Error::Io(e) => wrong(path, &format!("cannot be read: {e}")),
        pem::Error::NoItemsFound => wrong(path, "holds no private key in PEM"),
        e => wrong(path, &format!("is not PEM: {e}")),
    }
}

fn wrong(path: &Path, problem: &str) -> Error {
    Error::new(Kind::Invalid, format!("{} {problem}", path.display()))
}
