//! TLS towards this server itself: its own certificate needs nobody who vouches for it, for
//! whoever shows it has its key. All others are checked as everywhere.

use crate::base::{Error, Result};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::sync::{Arc, PoisonError, RwLock};

/// The certificate that this server shows; it may change.
#[derive(Debug, Default)]
pub(super) struct Own(RwLock<Option<Vec<u8>>>);

impl Own {
    pub fn set(&self, der: Vec<u8>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(der);
    }

    fn is(&self, shown: &CertificateDer<'_>) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).as_deref() == Some(shown)
    }
}

/// What a client begins with that reaches this server.
pub(super) fn config(own: Arc<Own>) -> Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let others = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone()).build();
    let verifier = Verifier { own, others: others.map_err(Error::internal)? };
    let building = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let building = building.map_err(Error::internal)?.dangerous();
    Ok(building.with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth())
}

#[derive(Debug)]
struct Verifier {
    own: Arc<Own>,
    others: Arc<WebPkiServerVerifier>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.own.is(shown) {
            return Ok(ServerCertVerified::assertion());
        }
        self.others.verify_server_cert(shown, chain, name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.others.verify_tls12_signature(message, cert, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.others.verify_tls13_signature(message, cert, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.others.supported_verify_schemes()
    }
}
