const LIMIT: i32 = 10;
static NAME: &str = "static";

mod shapes {
    pub struct Line {
        pub from: i32,
        pub to: i32,
    }

    impl Line {
        pub fn length(&self) -> i32 {
            (self.to - self.from).abs()
        }
    }
}

fn shadow(x: i32) -> i32 {
    let x = x + 1;
    let x = if x > LIMIT {
        let x = x - LIMIT;
        x * 2
    } else {
        x
    };
    {
        let x = "inner";
        let _ = x.len();
    }
    for x in 0..1 {
        let x = x + 100;
        let _unused = x;
    }
    x
}

fn main() {
    let text = NAME;
    let text = text.len();
    println!("{} {} {}", text, shadow(3), shadow(14));
    let line = shapes::Line { from: 5, to: 2 };
    let length = line.length();
    let shapes::Line { from, .. } = line;
    println!("{} {}", length, from);
    let value;
    if text > 3 {
        value = 1;
    } else {
        value = 2;
    }
    println!("{}", value);
}
