use std::collections::BTreeMap;

fn mix(state: i64, value: i64) -> i64 {
    let next = (state * 31 + value) % 1000003;
    return next;
}

fn label(number: i64) -> String {
    let mut text = String::from("item");
    let digit = number % 10;
    text = text + &digit.to_string();
    return text;
}

fn work(rounds: i64) -> i64 {
    let mut slots = vec![0i64; 8];
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    let mut state = 7;
    let mut best = 0;
    for i in 0..rounds {
        state = mix(state, i);
        let slot = (state % 8) as usize;
        slots[slot] = slots[slot] + 1;
        let name = label(state);
        *counts.entry(name).or_insert(0) += 1;
        if state > best {
            best = state;
        }
    }
    return best + slots[0] + counts.get("item3").copied().unwrap_or(0);
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    println!("{}", work(rounds));
}
