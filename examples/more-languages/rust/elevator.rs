//! An elevator that answers calls on its way before it turns round.

const TOP_FLOOR: i32 = 9;
const FULL: u32 = 4;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Direction {
    Up,
    Down,
}

#[derive(Debug)]
struct Elevator {
    floor: i32,
    direction: Direction,
    people: u32,
    calls: Vec<i32>,
}

impl Elevator {
    fn new() -> Elevator {
        Elevator { floor: 0, direction: Direction::Up, people: 0, calls: Vec::new() }
    }

    /// Notes a call; floors that don't exist are refused.
    fn call(&mut self, floor: i32) -> bool {
        if floor < 0 || floor > TOP_FLOOR || self.calls.contains(&floor) {
            return false;
        }
        self.calls.push(floor);
        true
    }

    /// The next floor to stop at in the present direction.
    fn ahead(&self) -> Option<i32> {
        match self.direction {
            Direction::Up => self.calls.iter().copied().filter(|&f| f >= self.floor).min(),
            Direction::Down => self.calls.iter().copied().filter(|&f| f <= self.floor).max(),
        }
    }

    fn turn(&mut self) {
        self.direction = if self.direction == Direction::Up { Direction::Down } else { Direction::Up };
    }

    /// Moves to the next stop and returns the number of floors passed.
    fn step(&mut self) -> i32 {
        if self.ahead().is_none() {
            self.turn();
        }
        let next = self.ahead().expect("a call");
        let passed = (next - self.floor).abs();
        self.floor = next;
        self.calls.retain(|&f| f != next);
        self.people = if self.people < FULL { self.people + 2 } else { 1 };
        passed
    }
}

fn main() {
    let mut elevator = Elevator::new();
    for floor in [5, 2, 12, 8] {
        if !elevator.call(floor) {
            println!("no floor {}", floor);
        }
    }
    let mut travelled = 0;
    while !elevator.calls.is_empty() {
        travelled += elevator.step();
        println!("floor {}, {} people, {:?}", elevator.floor, elevator.people, elevator.direction);
        if elevator.floor == 8 {
            elevator.call(1);
        }
    }
    println!("{} floors", travelled);
}
