fn counter(step: i32) -> impl FnMut() -> i32 {
    let mut n = 0;
    move || {
        n += step;
        n
    }
}

fn fib(n: u32) -> u32 {
    if n < 2 {
        return n;
    }
    fib(n - 1) + fib(n - 2)
}

fn apply<F: Fn(i32, i32) -> i32>(f: F, values: &[i32]) -> i32 {
    let mut result = values[0];
    for v in &values[1..] {
        result = f(result, *v);
    }
    result
}

fn main() {
    let mut next = counter(5);
    next();
    println!("{}", next());
    println!("{}", fib(4));
    let product = apply(
        |a, b| {
            let both = a * b;
            both
        },
        &[2, 3, 4],
    );
    println!("{}", product);
    let even: Vec<i32> = (1..7).filter(|n| n % 2 == 0).map(|n| n * n).collect();
    println!("{:?}", even);
}
