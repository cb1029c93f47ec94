use std::collections::HashMap;
use std::fmt::Display;
use std::ops::Add;

struct Stack<T> {
    items: Vec<T>,
}

impl<T: Clone> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }

    fn push(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }

    fn top(&self) -> Option<&T> {
        self.items.last()
    }
}

fn sum<T: Add<Output = T> + Copy>(values: &[T], start: T) -> T {
    let mut total = start;
    for value in values {
        total = total + *value;
    }
    total
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() >= b.len() {
        a
    } else {
        b
    }
}

fn show_all(things: &[Box<dyn Display>]) -> String {
    let texts: Vec<String> = things.iter().map(|t| t.to_string()).collect();
    texts.join("/")
}

fn count(words: &[&str]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word.to_string()).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let mut stack = Stack::new();
    stack.push(1).push(2);
    println!("{:?}", stack.top());
    println!("{} {}", sum(&[1, 2, 3], 0), sum(&[0.5, 0.25], 1.0));
    println!("{}", longest("long", "longer"));
    println!("{}", show_all(&[Box::new(1), Box::new("two")]));
    let counts = count(&["a", "b", "a"]);
    println!("{}", counts["a"]);
}
