//! Collections and cells of the library.

use crate::text::Text;
use crate::values::Show;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::sync::{Mutex, RwLock};

// Hashed collections with more entries than this are not sorted at every event, so only their length is shown.
const MOST_SORTED: usize = 1000;

macro_rules! lists {
    ($(($($g:tt)*) $t:ty;)*) => { $(impl<$($g)*> Show for $t {
        fn show(&self, text: &mut Text) { text.list("[", "]", self.iter(), |t, v| v.show(t)) }
        fn length(&self) -> Option<usize> { Some(self.len()) }
    })* };
}

lists! {
    (T: Show) [T];
    (T: Show) Vec<T>;
    (T: Show) VecDeque<T>;
    (T: Show, const N: usize) [T; N];
}

/// What has no order is sorted by its text.
fn sorted<T>(text: &mut Text, length: usize, all: impl Iterator<Item = T>, mut each: impl FnMut(&mut Text, T)) {
    if length > MOST_SORTED {
        text.word("{…}");
        return;
    }
    let mut entries: Vec<String> = all
        .map(|item| {
            let mut entry = Text::new();
            entry.start();
            each(&mut entry, item);
            entry.shown
        })
        .collect();
    entries.sort();
    text.list("{", "}", entries, |t, entry| t.word(&entry))
}

impl<K: Show, V: Show, S> Show for HashMap<K, V, S> {
    fn show(&self, text: &mut Text) {
        sorted(text, self.len(), self.iter(), |t, (k, v)| {
            k.show(t);
            t.word(": ");
            v.show(t)
        })
    }
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Show, S> Show for HashSet<T, S> {
    fn show(&self, text: &mut Text) {
        sorted(text, self.len(), self.iter(), |t, v| v.show(t))
    }
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Show> Show for BinaryHeap<T> {
    fn show(&self, text: &mut Text) {
        text.list("[", "]", self.iter(), |t, v| v.show(t))
    }
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<K: Show, V: Show> Show for BTreeMap<K, V> {
    fn show(&self, text: &mut Text) {
        text.list("{", "}", self.iter(), |t, (k, v)| {
            k.show(t);
            t.word(": ");
            v.show(t)
        })
    }
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Show> Show for BTreeSet<T> {
    fn show(&self, text: &mut Text) {
        text.list("{", "}", self.iter(), |t, v| v.show(t))
    }
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Show + Copy> Show for Cell<T> {
    fn show(&self, text: &mut Text) {
        text.around("Cell(", |t| self.get().show(t))
    }
}

impl<T: Show + ?Sized> Show for RefCell<T> {
    fn show(&self, text: &mut Text) {
        match self.try_borrow() {
            Ok(value) => text.around("RefCell(", |t| value.show(t)),
            Err(_) => text.word("RefCell(<borrowed>)"),
        }
    }
}

impl<T: Show + ?Sized> Show for Mutex<T> {
    fn show(&self, text: &mut Text) {
        match self.try_lock() {
            Ok(value) => text.around("Mutex(", |t| value.show(t)),
            Err(_) => text.word("Mutex(<locked>)"),
        }
    }
}

impl<T: Show + ?Sized> Show for RwLock<T> {
    fn show(&self, text: &mut Text) {
        match self.try_read() {
            Ok(value) => text.around("RwLock(", |t| value.show(t)),
            Err(_) => text.word("RwLock(<locked>)"),
        }
    }
}

impl<T: Show> Show for std::ops::Range<T> {
    fn show(&self, text: &mut Text) {
        self.start.show(text);
        text.word("..");
        self.end.show(text)
    }
}
