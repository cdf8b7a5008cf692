//! What an HMAC covers: the body alone, or a text made of a time, an id and the body.

/// A template over `{timestamp}`, `{id}` and `{body}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Timestamp,
    Id,
    Body,
}

const NAMES: [(&str, Part); 3] = [("{timestamp}", Part::Timestamp), ("{id}", Part::Id), ("{body}", Part::Body)];

impl Signed {
    /// `body`, or a template with `{body}` in it; what a body is not part of proves nothing of it.
    pub fn parse(text: &str) -> Option<Signed> {
        let mut parts = Vec::new();
        let mut rest = if text == "body" { "{body}" } else { text };
        while !rest.is_empty() {
            let next = NAMES.iter().filter_map(|(name, part)| Some((rest.find(name)?, name, part))).min_by_key(|n| n.0);
            let Some((at, name, part)) = next else { break };
            if at > 0 {
                parts.push(Part::Text(rest[..at].to_owned()));
            }
            parts.push(part.clone());
            rest = &rest[at + name.len()..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        let unknown = parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(['{', '}'])));
        (parts.contains(&Part::Body) && !unknown).then(|| Signed { text: text.to_owned(), parts })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn has_timestamp(&self) -> bool {
        self.parts.contains(&Part::Timestamp)
    }

    pub fn has_id(&self) -> bool {
        self.parts.contains(&Part::Id)
    }

    /// The bytes that are signed, in pieces.
    pub fn pieces<'p>(&'p self, timestamp: &'p str, id: &'p str, body: &'p [u8]) -> Vec<&'p [u8]> {
        let piece = |part: &'p Part| match part {
            Part::Text(text) => text.as_bytes(),
            Part::Timestamp => timestamp.as_bytes(),
            Part::Id => id.as_bytes(),
            Part::Body => body,
        };
        self.parts.iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in() {
        for (text, filled) in [
            ("body", Some("B")),
            ("{body}", Some("B")),
            ("{timestamp}.{body}", Some("7.B")),
            ("v0:{timestamp}:{body}", Some("v0:7:B")),
            ("{id}.{timestamp}.{body}!", Some("x.7.B!")),
            ("{body}{body}", Some("BB")),
            ("", None),
            ("{timestamp}", None),
            ("{secret}.{body}", None),
            ("{body}}", None),
        ] {
            let signed = Signed::parse(text);
            let bytes = signed.as_ref().map(|signed| signed.pieces("7", "x", b"B").concat());
            assert_eq!(bytes.as_deref(), filled.map(str::as_bytes), "{text}");
            assert!(signed.is_none_or(|signed| signed.text() == text));
        }
    }
}
