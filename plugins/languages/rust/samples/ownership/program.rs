use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

struct Account {
    owner: String,
    balance: i64,
}

fn length(list: &Option<Box<Node>>) -> usize {
    match list {
        None => 0,
        Some(node) => 1 + length(&node.next),
    }
}

fn consume(words: Vec<String>) -> usize {
    words.iter().map(|w| w.len()).sum()
}

fn grow(numbers: &mut Vec<i32>, by: i32) {
    numbers.push(by);
    for n in numbers.iter_mut() {
        *n += by;
    }
}

fn main() {
    let list = Some(Box::new(Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) }));
    println!("{} {}", length(&list), list.as_ref().unwrap().value);
    let words = vec!["one".to_string(), "three".to_string()];
    let count = consume(words);
    let mut numbers = vec![1];
    grow(&mut numbers, 2);
    let borrowed = &mut numbers;
    borrowed.push(count as i32);
    println!("{:?}", numbers);
    let account = Rc::new(RefCell::new(Account { owner: "Ann".to_string(), balance: 5 }));
    let same = Rc::clone(&account);
    same.borrow_mut().balance += 10;
    println!("{} {}", account.borrow().owner, account.borrow().balance);
}
