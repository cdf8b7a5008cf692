//! The address a request comes from: the TCP peer, or what trusted proxies say of it. Nobody else
//! can change it, so allowlists and limits may rely on it.

use http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// The client's address, an extension of every request.
#[derive(Debug, Clone, Copy)]
pub(super) struct ClientIp(pub IpAddr);

/// Walks `X-Forwarded-For` from the right as long as the addresses are those of trusted proxies.
/// An unreadable entry ends the walk: what stands left of it proves nothing.
pub(super) fn client_ip(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut ip = peer.to_canonical();
    if trusted.is_empty() {
        return ip;
    }
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().map_while(|v| v.to_str().ok()).collect();
    let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    while trusted.iter().any(|net| net.contains(&ip)) {
        match hops.next().and_then(address) {
            Some(before) => ip = before,
            None => break,
        }
    }
    ip
}

/// `1.2.3.4`, `1.2.3.4:80`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).unwrap_or(text);
    let ip = bare.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|s| s.ip()));
    ip.ok().map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let rows: &[(&str, &[&str], &str, &str)] = &[
            ("192.0.2.1", &["203.0.113.9"], "", "192.0.2.1"),
            ("192.0.2.1", &["203.0.113.9"], "10.0.0.0/8", "192.0.2.1"),
            ("10.0.0.1", &["203.0.113.9"], "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", &["1.1.1.1, 203.0.113.9, 10.0.0.2"], "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", &["1.1.1.1", "203.0.113.9,10.0.0.2"], "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.0/8", "10.0.0.3"),
            ("10.0.0.1", &["203.0.113.9:1234"], "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", &["[2001:db8::7]:443"], "10.0.0.0/8", "2001:db8::7"),
            ("10.0.0.1", &["[2001:db8::7]"], "10.0.0.0/8", "2001:db8::7"),
            ("10.0.0.1", &["::ffff:203.0.113.9"], "10.0.0.0/8", "203.0.113.9"),
            ("::ffff:10.0.0.1", &["203.0.113.9"], "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", &["203.0.113.9, unknown"], "10.0.0.0/8", "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.0/8", "10.0.0.2"),
            ("10.0.0.1", &[""], "10.0.0.0/8", "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.0/8", "10.0.0.1"),
            ("::1", &["203.0.113.9"], "::1/128", "203.0.113.9"),
        ];
        for (peer, lines, trusted, expected) in rows {
            let mut headers = HeaderMap::new();
            for line in *lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let trusted: Vec<IpNet> = trusted.split_terminator(',').map(|net| net.parse().expect("net")).collect();
            let ip = client_ip(peer.parse().expect("peer"), &headers, &trusted);
            assert_eq!(ip.to_string(), *expected, "{peer} {lines:?}");
        }
    }
}
