//! Packs lines of text by run lengths: `aaab` becomes `3ab`, and back with the argument `unpack`.

use std::env;
use std::io::{self, BufRead};
use std::process;

const LONGEST_RUN: usize = 9;

/// Appends one run; a run of one is written without its length.
fn push_run(out: &mut String, letter: char, length: usize) {
    if length > 1 {
        out.push_str(&length.to_string());
    }
    out.push(letter);
}

fn pack(line: &str) -> String {
    let mut out = String::new();
    let mut last: Option<char> = None;
    let mut length = 0;
    for c in line.chars() {
        if Some(c) == last && length < LONGEST_RUN {
            length += 1;
        } else {
            if let Some(letter) = last {
                push_run(&mut out, letter, length);
            }
            last = Some(c);
            length = 1;
        }
    }
    if let Some(letter) = last {
        push_run(&mut out, letter, length);
    }
    out
}

fn unpack(line: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut length = 0;
    for c in line.chars() {
        match c.to_digit(10) {
            Some(digit) if length == 0 => length = digit as usize,
            Some(digit) => return Err(format!("two lengths: {}{}", length, digit)),
            None => {
                for _ in 0..length.max(1) {
                    out.push(c);
                }
                length = 0;
            }
        }
    }
    if length > 0 {
        return Err(String::from("a length without a letter"));
    }
    Ok(out)
}

fn main() {
    let unpacking = env::args().nth(1).map_or(false, |a| a == "unpack");
    for line in io::stdin().lock().lines() {
        let line = line.unwrap();
        if !unpacking {
            println!("{}", pack(&line));
            continue;
        }
        match unpack(&line) {
            Ok(text) => println!("{}", text),
            Err(message) => {
                eprintln!("{}: {}", line, message);
                process::exit(1);
            }
        }
    }
}
