//! JSON with two spaces of indent, numbers and order as received: what a program that prints the
//! parsed answer with this indent would print.

use crate::base::Json;
use crate::base::json::write_string;

/// The text of a value, without a line end.
pub fn pretty(json: &Json<'_>) -> String {
    let mut out = String::new();
    write(json, 0, &mut out);
    out
}

fn write(json: &Json<'_>, depth: usize, out: &mut String) {
    match json {
        Json::Array(items) if !items.is_empty() => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                line(n, depth + 1, out);
                write(item, depth + 1, out);
            }
            end(']', depth, out);
        }
        Json::Object(members) if !members.is_empty() => {
            out.push('{');
            for (n, (key, value)) in members.iter().enumerate() {
                line(n, depth + 1, out);
                write_string(out, key);
                out.push_str(": ");
                write(value, depth + 1, out);
            }
            end('}', depth, out);
        }
        other => other.write(out, false),
    }
}

fn line(n: usize, depth: usize, out: &mut String) {
    out.push_str(if n == 0 { "\n" } else { ",\n" });
    out.push_str(&"  ".repeat(depth));
}

fn end(bracket: char, depth: usize, out: &mut String) {
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(bracket);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_that_of_other_programs() {
        let json = Json::parse(r#"{"b":[1.10,{},[],{"x":null}],"a":"é\n","n":12345678901234567890123}"#).expect("JSON");
        let expected = "{\n  \"b\": [\n    1.10,\n    {},\n    [],\n    {\n      \"x\": null\n    }\n  ],\n  \
                        \"a\": \"é\\n\",\n  \"n\": 12345678901234567890123\n}";
        assert_eq!(pretty(&json), expected);
        assert_eq!(pretty(&Json::string("")), "\"\"");
    }
}
