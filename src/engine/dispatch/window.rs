//! How many attempts of one webhook may be in flight: grows while the receiver keeps up, halves
//! when it strains.

const START: usize = 16;

#[derive(Debug)]
pub(super) struct Window {
    size: usize,
    max: usize,
}

impl Window {
    pub fn new(max: usize) -> Window {
        Window { size: START.min(max), max }
    }

    pub fn size(&self) -> usize {
        self.size
    }

    pub fn set_max(&mut self, max: usize) {
        self.max = max;
        self.size = self.size.min(max).max(1);
    }

    /// After a success with `in_flight` attempts under way, this one included.
    pub fn grow(&mut self, in_flight: usize) {
        if in_flight >= self.size && self.size < self.max {
            self.size += 1;
        }
    }

    /// After a timeout, a failed connection, 429 or 5xx.
    pub fn shrink(&mut self) {
        self.size = (self.size / 2).max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_only_while_full_and_halves_to_one() {
        let mut window = Window::new(18);
        window.grow(15);
        assert_eq!(window.size(), 16);
        for _ in 0..5 {
            window.grow(window.size());
        }
        assert_eq!(window.size(), 18);
        for size in [9, 4, 2, 1, 1] {
            window.shrink();
            assert_eq!(window.size(), size);
        }
        window.set_max(4);
        window.grow(1);
        assert_eq!(window.size(), 2);
    }
}
