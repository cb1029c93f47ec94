use std::panic;

struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("released {}", self.0);
    }
}

fn deep(n: usize, values: &[i32]) -> i32 {
    let _guard = Guard("frame");
    if n == 0 {
        return values[n + 5];
    }
    deep(n - 1, values) + 1
}

fn divide(a: i32, b: i32) -> i32 {
    a / b
}

fn main() {
    let caught = panic::catch_unwind(|| {
        let values = vec![1, 2];
        deep(2, &values)
    });
    println!("{}", caught.is_err());
    println!("{}", divide(7, 2));
    let missing: Option<i32> = None;
    println!("{}", divide(1, missing.expect("no number")));
}
