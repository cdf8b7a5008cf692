//! Lists of addresses and networks a credential may be used from. An empty list lets all pass.

use crate::base::{Error, Json, Result};
use ipnet::{IpNet, Ipv4Net};
use serde::{Serialize, Serializer};
use std::net::{IpAddr, Ipv4Addr};

/// Most entries of one list.
const MAX_ENTRIES: usize = 100;

/// Addresses and CIDR networks, kept as they were written; empty = any address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowlist(Vec<(String, IpNet)>);

impl Allowlist {
    /// Reads an array of at most 100 addresses or networks; 422 under `field` otherwise.
    pub fn parse(field: &str, json: &Json<'_>) -> Result<Allowlist> {
        let shape = || Error::invalid(field, format!("{field} must be an array of IP addresses"));
        let items = json.as_array().ok_or_else(shape)?;
        if items.len() > MAX_ENTRIES {
            return Err(Error::invalid(field, format!("{field} must have at most {MAX_ENTRIES} entries")));
        }
        let entry = |item: &Json<'_>| {
            let text = item.as_str().map_or_else(|| item.to_text(), |s| s.trim().to_owned());
            let net = item.as_str().and_then(|_| parse_net(&text));
            let refused = || Error::invalid(field, format!("Invalid IP address: {text}"));
            net.ok_or_else(refused).map(|net| (text.clone(), net))
        };
        Ok(Allowlist(items.iter().map(entry).collect::<Result<_>>()?))
    }

    /// Whether an address may pass; an IPv4 address mapped into IPv6 counts as IPv4.
    pub fn allows(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.0.is_empty() || self.0.iter().any(|(_, net)| net.contains(&ip))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Allowlist {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.iter().map(|(text, _)| text))
    }
}

/// Reads an address or a network; mapped IPv4 becomes IPv4.
pub fn parse_net(text: &str) -> Option<IpNet> {
    let net = text.parse::<IpNet>().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))?;
    let mapped = match net {
        IpNet::V6(v6) if v6.prefix_len() >= 96 => v6.addr().to_ipv4_mapped().map(|v4| (v4, v6.prefix_len() - 96)),
        _ => None,
    };
    let unmap = |(v4, len): (Ipv4Addr, u8)| Ipv4Net::new(v4, len).ok().map(IpNet::V4);
    mapped.map_or(Some(net), unmap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Result<Allowlist> {
        Allowlist::parse("allowed_ips", &Json::parse(text).expect("json"))
    }

    #[test]
    fn addresses_pass_or_not() {
        for (entries, ip, passes) in [
            ("[]", "192.0.2.1", true),
            (r#"["192.0.2.1"]"#, "192.0.2.1", true),
            (r#"["192.0.2.1"]"#, "192.0.2.2", false),
            (r#"[" 192.0.2.1 "]"#, "::ffff:192.0.2.1", true),
            (r#"["192.0.2.77/24"]"#, "192.0.2.255", true),
            (r#"["192.0.2.0/24"]"#, "192.0.3.0", false),
            (r#"["::ffff:192.0.2.0/120"]"#, "192.0.2.9", true),
            (r#"["2001:db8::/32"]"#, "2001:db8:1::1", true),
            (r#"["2001:db8::/32"]"#, "192.0.2.1", false),
            (r#"["203.0.113.5","192.0.2.1"]"#, "192.0.2.1", true),
        ] {
            let list = list(entries).expect(entries);
            assert_eq!(list.allows(ip.parse().expect(ip)), passes, "{entries} {ip}");
        }
    }

    #[test]
    fn bad_lists_are_refused() {
        for (entries, message) in [
            (r#""192.0.2.1""#, "allowed_ips must be an array of IP addresses"),
            (r#"["192.0.2"]"#, "Invalid IP address: 192.0.2"),
            (r#"["192.0.2.0/33"]"#, "Invalid IP address: 192.0.2.0/33"),
            (r#"["host"]"#, "Invalid IP address: host"),
            (r#"[""]"#, "Invalid IP address: "),
            ("[4]", "Invalid IP address: 4"),
            ("[null]", "Invalid IP address: null"),
        ] {
            assert_eq!(list(entries).expect_err(entries).message(), message);
        }
        let many = format!("[{}\"::1\"]", "\"::1\",".repeat(100));
        assert_eq!(list(&many).expect_err("101").message(), "allowed_ips must have at most 100 entries");
    }
}
