//! TLS for connections that the HTTP client does not make: the same roots, the same options.

use super::Options;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore, SignatureScheme, StreamOwned};
use std::net::TcpStream;
use std::sync::Arc;

/// A connection with TLS on it.
pub(super) type Wrapped = StreamOwned<ClientConnection, TcpStream>;

/// Wraps a connection to a host; the error says what stands against it.
pub(super) fn wrap(options: &Options, host: &str, stream: TcpStream) -> Result<Wrapped, String> {
    let config = config(options)?;
    let name = ServerName::try_from(host.to_owned()).map_err(|e| format!("{host}: {e}"))?;
    let connection = ClientConnection::new(Arc::new(config), name).map_err(|e| e.to_string())?;
    Ok(StreamOwned::new(connection, stream))
}

fn config(options: &Options) -> Result<ClientConfig, String> {
    let provider = Arc::new(ring::default_provider());
    let mut roots = RootCertStore::empty();
    match super::own_roots(options)? {
        Some(own) => {
            for root in own {
                roots.add(CertificateDer::from(root.der().to_vec())).map_err(|e| format!("--ca-cert: {e}"))?;
            }
        }
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let roots = Arc::new(roots);
    let building = ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions();
    let building = building.map_err(|e| e.to_string())?;
    let verifier = WebPkiServerVerifier::builder_with_provider(roots, provider).build().map_err(|e| e.to_string())?;
    let building = match options.insecure {
        true => building.dangerous().with_custom_certificate_verifier(Arc::new(Anyone(verifier))),
        false => building.with_webpki_verifier(verifier),
    };
    Ok(building.with_no_client_auth())
}

/// Accepts any certificate, as was asked for; signatures must still be of its key.
#[derive(Debug)]
struct Anyone(Arc<WebPkiServerVerifier>);

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls12_signature(message, cert, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls13_signature(message, cert, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }
}
