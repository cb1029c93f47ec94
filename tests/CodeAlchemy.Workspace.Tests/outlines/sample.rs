//! Counts words.
use std::collections::HashMap;

/// Counts.
struct Counter {
    seen: HashMap<String, u32>,
}

impl Counter {
    /// Counts one word.
    fn add(&mut self, word: &str) -> u32 {
        let n = self.seen.entry(word.to_string()).or_insert(0);
        *n += 1;
        *n
    }
}

fn main() {
    let mut c = Counter { seen: HashMap::new() };
    println!("{}", c.add("a")); // one
}
