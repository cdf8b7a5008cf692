//! Numbers as lines of blocks: bars to compare, and one line for how something went.

use super::Out;
use super::table::width;

const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// What parts of a bar are drawn with, in their order.
const PARTS: [char; 3] = ['█', '▒', '░'];
const NARROWEST: usize = 10;

/// A bar: its name, and the parts that it is made of.
#[derive(Debug)]
pub struct Bar {
    pub name: String,
    pub parts: Vec<u64>,
}

impl Bar {
    fn total(&self) -> u64 {
        self.parts.iter().sum()
    }
}

/// One character for each number, from the least to the highest possible.
pub fn sparkline(numbers: &[u64]) -> String {
    let highest = numbers.iter().max().copied().unwrap_or(0).max(1) as u128;
    let step = |n: &u64| (u128::from(*n) * (STEPS.len() as u128 - 1)).div_ceil(highest) as usize;
    numbers.iter().map(|n| STEPS[step(n).min(STEPS.len() - 1)]).collect()
}

impl Out {
    /// Bars below each other, the longest as wide as there is room.
    pub fn bars(&self, bars: &[Bar]) -> String {
        drawn(bars, width(self).map_or(80, usize::from))
    }
}

fn drawn(bars: &[Bar], room: usize) -> String {
    let names = bars.iter().map(|bar| bar.name.chars().count()).max().unwrap_or(0).min(room / 2);
    let numbers = bars.iter().map(|bar| bar.total().to_string().len()).max().unwrap_or(0);
    let width = room.saturating_sub(names + numbers + 4).max(NARROWEST) as u128;
    let highest = bars.iter().map(Bar::total).max().unwrap_or(0).max(1);
    let mut text = String::new();
    for bar in bars {
        let name: String = bar.name.chars().filter(|c| !c.is_control()).take(names).collect();
        text += &format!("{name:names$}  ");
        // Ends of parts are rounded, not their lengths: so the whole is as long as it should be.
        let (mut sum, mut end) = (0, 0);
        for (part, block) in bar.parts.iter().zip(PARTS) {
            sum += part;
            let next = (u128::from(sum) * width).div_ceil(u128::from(highest)) as usize;
            text.extend(std::iter::repeat_n(block, next - end));
            end = next;
        }
        text += &format!("{:1$}{sum}\n", "", usize::from(end > 0));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, parts: &[u64]) -> Bar {
        Bar { name: name.to_owned(), parts: parts.to_vec() }
    }

    #[test]
    fn lines_rise_and_fall() {
        for (numbers, line) in
            [(&[][..], ""), (&[0, 0], "▁▁"), (&[0, 1, 7], "▁▂█"), (&[u64::MAX, 0, 1], "█▁▂"), (&[5, 5], "██")]
        {
            assert_eq!(sparkline(numbers), line);
        }
    }

    #[test]
    fn bars_fill_the_room_and_no_more() {
        let bars = [bar("a", &[10]), bar("long", &[5, 3, 2]), bar("z", &[]), bar("\u{1b}x", &[1])];
        let expected = "a     ██████████ 10\nlong  █████▒▒▒░░ 10\nz     0\nx     █ 1\n";
        assert_eq!(drawn(&bars, 20), expected);
        assert_eq!(drawn(&[], 20), "");
        assert!(drawn(&bars, 0).lines().all(|line| line.chars().count() < 30));
    }
}
