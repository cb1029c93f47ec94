fn classify(n: i32) -> &'static str {
    if n < 0 {
        return "negative";
    } else if n > 20 {
        return "big";
    }
    match n {
        0 | 1 => "small",
        x if x % 2 == 0 => {
            let half = x / 2;
            if half > 2 {
                "even"
            } else {
                "two or four"
            }
        }
        _ => "odd",
    }
}

fn search(grid: &[Vec<i32>], wanted: i32) -> Option<(usize, usize)> {
    let mut found = None;
    'outer: for (r, line) in grid.iter().enumerate() {
        for (c, value) in line.iter().enumerate() {
            if *value < 0 {
                continue 'outer;
            }
            if *value == wanted {
                found = Some((r, c));
                break 'outer;
            }
        }
    }
    found
}

fn main() {
    let mut total = 0;
    for i in 0..3 {
        if i == 1 {
            continue;
        }
        total += i;
    }
    while total < 10 {
        total += 4;
    }
    let last = loop {
        total -= 1;
        if total % 5 == 0 {
            break total * 2;
        }
    };
    for n in [-1, 1, 4, 8, 7, 30] {
        println!("{} {}", n, classify(n));
    }
    println!("{} {:?}", last, search(&[vec![1, -1, 7], vec![2, 7]], 7));
    let mut stack = vec![1, 2];
    while let Some(top) = stack.pop() {
        total += top;
    }
    let label = if total > 5 { "more" } else { "less" };
    println!("{} {}", label, total);
}
