use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

fn main() {
    let (whole, negative) = (42, -7i64);
    let large = u128::MAX;
    let byte = b'a';
    let ratio = 2.5;
    let exact = 3.0f32;
    let not = f64::NAN;
    let letter = 'ß';
    let yes = true;
    let text = "tab\t\"quoted\" 日本 \u{0}";
    let owned = String::from("owned");
    let long = "ab".repeat(500);
    let mut numbers = vec![0; 50];
    numbers[0] = 1;
    let array = ["x", "", "z"];
    let slice = &numbers[..3];
    let nested = vec![vec![vec![vec![vec![1]]]]];
    let pair = (1, "one", Some(2.0));
    let nothing: Option<Vec<i32>> = None;
    let fine: Result<u8, String> = Ok(1);
    let mut table = HashMap::new();
    table.insert("b", vec![2]);
    table.insert("a", vec![1, 1]);
    let ordered: BTreeMap<i32, char> = [(2, 'b'), (1, 'a')].into_iter().collect();
    let set: HashSet<i32> = [3, 1, 2].into_iter().collect();
    let mut queue = VecDeque::from(vec![1, 2]);
    queue.push_front(0);
    let boxed = Box::new([1u8, 2]);
    let unit = ();
    println!("{} {} {} {} {} {} {}", whole, negative, large, byte, ratio, exact, not.is_nan());
    println!("{} {} {} {} {} {:?} {:?}", letter, yes, text, owned, long.len(), array, slice);
    println!("{:?} {:?} {:?} {:?} {} {:?}", nested, pair, nothing, fine, table.len(), ordered);
    println!("{} {:?} {:?} {:?}", set.len(), queue, boxed, unit);
}
