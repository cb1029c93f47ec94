use std::sync::{mpsc, Arc, Mutex};
use std::thread;

fn square(n: u64) -> u64 {
    n * n
}

fn main() {
    let total = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for n in 1..4 {
        let total = Arc::clone(&total);
        handles.push(thread::spawn(move || {
            let result = square(n);
            *total.lock().unwrap() += result;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{}", *total.lock().unwrap());
    let (sender, receiver) = mpsc::channel();
    let producer = thread::spawn(move || {
        for n in 0..3 {
            sender.send(n * 10).unwrap();
        }
    });
    producer.join().unwrap();
    let all: Vec<i32> = receiver.iter().collect();
    println!("{:?}", all);
    let failed = thread::spawn(|| {
        let empty: Vec<i32> = Vec::new();
        empty[0]
    });
    println!("{}", failed.join().is_err());
}
