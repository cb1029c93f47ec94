use std::fmt;

trait Shape {
    fn area(&self) -> f64;

    fn describe(&self) -> String {
        format!("area {}", self.area())
    }
}

struct Square {
    name: String,
    side: f64,
}

struct Meters(f64);

enum Command {
    Stop,
    Turn(i32),
    Move { by: i32 },
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.side * self.side
    }
}

impl fmt::Debug for Square {
    fn fmt(&self, _: &mut fmt::Formatter) -> fmt::Result {
        panic!("showing a value must not call this")
    }
}

impl Drop for Square {
    fn drop(&mut self) {
        println!("dropping {}", self.name);
    }
}

struct Robot {
    heading: i32,
    way: Vec<Meters>,
}

impl Robot {
    fn new() -> Self {
        Robot { heading: 0, way: Vec::new() }
    }

    fn obey(&mut self, command: &Command) -> bool {
        match command {
            Command::Stop => return false,
            Command::Turn(by) => self.heading += by,
            Command::Move { by } => self.way.push(Meters(*by as f64)),
        }
        true
    }
}

fn main() {
    let small = Square { name: "small".to_string(), side: 1.5 };
    println!("{}", small.describe());
    {
        let inner = Square { name: "inner".to_string(), side: 2.0 };
        println!("{}", inner.area());
    }
    let mut robot = Robot::new();
    for command in [Command::Turn(90), Command::Move { by: 3 }, Command::Stop].iter() {
        let goes_on = robot.obey(command);
        if !goes_on {
            break;
        }
    }
    let far: f64 = robot.way.iter().map(|m| m.0).sum();
    println!("{} {}", robot.heading, far);
}
