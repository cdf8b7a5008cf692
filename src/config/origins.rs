//! Origins of pages, as browsers name them.

use super::value::Value;
use toml::Value as Toml;
use url::Url;

const ANY: &str = "*";

/// Whose pages may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origins {
    Any,
    /// Each as it stands in the header of a request.
    Only(Vec<String>),
}

impl Value for Origins {
    fn parse(text: &str) -> Result<Origins, String> {
        match text.trim() {
            ANY => Ok(Origins::Any),
            list => list.split(',').map(|part| origin(part.trim())).collect::<Result<_, _>>().map(Origins::Only),
        }
    }
    fn show(&self) -> Toml {
        match self {
            Origins::Any => Toml::String(ANY.to_owned()),
            Origins::Only(list) => Toml::Array(list.iter().cloned().map(Toml::String).collect()),
        }
    }
}

/// Scheme, host and port alone, the port only where it is not the usual one.
fn origin(text: &str) -> Result<String, String> {
    let url = Url::parse(text).ok().filter(|url| {
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        let nobody = url.username().is_empty() && url.password().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && bare && nobody
    });
    let url = url.ok_or_else(|| format!("must be * or origins such as https://app.example.org, not {text:?}"))?;
    Ok(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_written_as_browsers_do() {
        for (text, shown) in [
            ("*", r#""*""#),
            ("https://App.Example.org", r#"["https://app.example.org"]"#),
            ("https://a.test:443/, http://localhost:3000", r#"["https://a.test", "http://localhost:3000"]"#),
            ("https://bücher.test", r#"["https://xn--bcher-kva.test"]"#),
        ] {
            assert_eq!(Origins::parse(text).expect(text).show().to_string(), shown);
        }
        for text in
            ["", "app.example.org", "https://a.test/x", "https://u@a.test", "*,https://a.test", "null", "file:///"]
        {
            assert!(Origins::parse(text).is_err(), "{text}");
        }
    }
}
