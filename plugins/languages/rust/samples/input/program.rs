use std::env;
use std::io::{self, BufRead};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    println!("{} {}", arguments.len(), arguments.join(","));
    for (name, _) in env::vars() {
        if name.starts_with("CODEALCHEMY_TRACE") {
            println!("{}", name);
        }
    }
    let stdin = io::stdin();
    let mut first = String::new();
    let read = stdin.lock().read_line(&mut first).unwrap();
    let numbers: Vec<i32> = first.split_whitespace().filter_map(|w| w.parse().ok()).collect();
    println!("{} {}", read, numbers.iter().product::<i32>());
    for line in stdin.lock().lines() {
        let line = line.unwrap();
        println!("{}", line.to_uppercase());
    }
}
