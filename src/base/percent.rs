//! Percent signs in parts of URLs. Which part of which URL it is does not matter here.

use url::form_urlencoded;

/// A part of a URL without its percent signs; bytes that are no text are replaced.
pub fn decode(part: &str) -> String {
    // The form decoder reads these three as its own.
    let form = part.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    form_urlencoded::parse(form.as_bytes()).map(|(text, _)| text.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read() {
        for (text, plain) in [
            ("a%20b", "a b"),
            ("%C3%A9", "é"),
            ("a+b=c&d", "a+b=c&d"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%2B%26%3D", "+&="),
            ("", ""),
        ] {
            assert_eq!(decode(text), plain);
        }
    }
}
