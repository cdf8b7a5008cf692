//! Texts with `*` for any run of characters and `?` for one. Everything else stands for itself,
//! in its own case. Not the patterns of topics, whose wildcards know segments.

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob(String);

impl Glob {
    pub fn new(text: &str) -> Glob {
        Glob(text.to_owned())
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether it stands for one text alone.
    pub fn is_exact(&self) -> bool {
        !self.0.contains(['*', '?'])
    }

    /// Each star is tried with the shortest run first and only the last one is ever stretched, so
    /// the work is at most the product of both lengths.
    pub fn matches(&self, text: &str) -> bool {
        let (pattern, text): (Vec<char>, Vec<char>) = (self.0.chars().collect(), text.chars().collect());
        let (mut p, mut t, mut star) = (0, 0, None);
        while t < text.len() {
            match pattern.get(p) {
                Some('*') => {
                    star = Some((p, t));
                    p += 1;
                }
                Some(c) if *c == '?' || *c == text[t] => (p, t) = (p + 1, t + 1),
                _ => match star {
                    Some((at, from)) => {
                        star = Some((at, from + 1));
                        (p, t) = (at + 1, from + 1);
                    }
                    None => return false,
                },
            }
        }
        pattern[p..].iter().all(|c| *c == '*')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks() {
        for (pattern, text, fits) in [
            ("order.created", "order.created", true),
            ("order.created", "Order.created", false),
            ("order.*", "order.created.eu", true),
            ("order.*", "order.", true),
            ("order.*", "order", false),
            ("*.created", "order.created", true),
            ("*r*a*d", "order.created", true),
            ("o?der", "order", true),
            ("o?der", "oder", false),
            ("a_b%", "axbc", false),
            ("a_b%", "a_b%", true),
            ("**", "", true),
            ("?", "é", true),
            ("", "", true),
            ("", "x", false),
            ("*a*b", "aabab", true),
            ("*a*b", "aaba", false),
        ] {
            assert_eq!(Glob::new(pattern).matches(text), fits, "{pattern} {text}");
        }
        assert!(Glob::new("a.b").is_exact() && !Glob::new("a.*").is_exact());
    }

    #[test]
    fn hostile_patterns_stay_cheap() {
        assert!(!Glob::new(&"*a".repeat(100)).matches(&"a".repeat(99)));
        assert!(!Glob::new(&format!("{}b", "*a".repeat(100))).matches(&"a".repeat(1000)));
    }
}
