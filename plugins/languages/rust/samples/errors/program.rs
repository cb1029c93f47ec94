use std::num::ParseIntError;

enum Failure {
    Parse(ParseIntError),
    Range(i32, i32),
}

impl From<ParseIntError> for Failure {
    fn from(error: ParseIntError) -> Self {
        Failure::Parse(error)
    }
}

fn parse(text: &str) -> Result<i32, Failure> {
    let n: i32 = text.trim().parse()?;
    if n > 9 {
        return Err(Failure::Range(n, 9));
    }
    Ok(n)
}

fn sum(texts: &[&str]) -> Result<i32, Failure> {
    let mut total = 0;
    for text in texts {
        total += parse(text)?;
    }
    Ok(total)
}

fn main() {
    for texts in [vec!["1", " 2"], vec!["3", "x"], vec!["12"]] {
        match sum(&texts) {
            Ok(total) => println!("sum {}", total),
            Err(Failure::Parse(error)) => println!("no number: {}", error),
            Err(Failure::Range(n, most)) => println!("{} is above {}", n, most),
        }
    }
}
