//! QR codes of a text: as a picture for browsers, as half blocks for terminals. What the text
//! means is not known here.

use super::{Error, Result};
use qrcode::render::{svg, unicode::Dense1x2};
use qrcode::{EcLevel, QrCode};

/// Edge of a module in the picture, in pixels.
const MODULE: u32 = 4;

fn code(text: &str) -> Result<QrCode> {
    QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)
}

/// An `<svg>` element, black on white, to be set into a page. Fails for texts over 2 KB.
pub fn svg(text: &str) -> Result<String> {
    let drawn = code(text)?.render::<svg::Color<'_>>().module_dimensions(MODULE, MODULE).build();
    // A declaration may stand at the start of a document only.
    Ok(drawn.split_once("?>").map_or(drawn.as_str(), |(_, element)| element).to_owned())
}

/// Lines of half blocks that are right on a terminal with a dark background. Fails as [`svg`].
pub fn blocks(text: &str) -> Result<String> {
    let code = code(text)?;
    let mut drawing = code.render::<Dense1x2>();
    Ok(drawing.dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).module_dimensions(1, 1).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_drawn() {
        let text = "otpauth://totp/Jobcelis:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let picture = svg(text).expect("drawn");
        assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>"), "{picture}");
        let blocks = blocks(text).expect("drawn");
        let width = code(text).expect("code").width() + 8;
        let lines: Vec<&str> = blocks.lines().collect();
        assert_eq!(lines.len(), width.div_ceil(2));
        assert!(lines.iter().all(|line| line.chars().count() == width), "{blocks}");
        assert!(lines[0].chars().all(|c| c == '█'), "a quiet zone surrounds it");
        assert!(svg(&"x".repeat(3000)).is_err());
    }
}
