use std::process;

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("never printed");
    }
}

fn leave(code: i32) -> ! {
    let _guard = Guard;
    print!("leaving with {}", code);
    process::exit(code)
}

fn main() {
    let code = 3;
    if code > 2 {
        leave(code);
    }
    println!("not reached");
}
