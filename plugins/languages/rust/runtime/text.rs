//! Building the text of one value within its limits.

use crate::frame::limits;

pub struct Text {
    pub(crate) shown: String,
    left: usize,
    pub(crate) cut: bool,
    depth: usize,
    pub(crate) items: usize,
}

impl Text {
    pub(crate) fn new() -> Text {
        Text { shown: String::new(), left: 0, cut: false, depth: 0, items: 0 }
    }

    pub(crate) fn start(&mut self) {
        let (depth, items, characters) = limits();
        self.shown.clear();
        self.left = characters;
        self.cut = false;
        self.depth = depth;
        self.items = items;
    }

    pub(crate) fn word(&mut self, text: &str) {
        if self.cut {
            return;
        }
        if text.len() <= self.left {
            self.left -= text.len();
            self.shown.push_str(text);
            return;
        }
        for c in text.chars() {
            if self.left == 0 {
                self.cut = true;
                self.shown.push('…');
                return;
            }
            self.left -= 1;
            self.shown.push(c);
        }
    }

    pub(crate) fn debug(&mut self, value: &dyn std::fmt::Debug) {
        let mut room = SCRATCH.with(|s| s.take());
        room.clear();
        let _ = std::fmt::Write::write_fmt(&mut room, format_args!("{:?}", value));
        self.word(&room);
        SCRATCH.with(|s| s.set(room));
    }

    /// A text literal; no more of it is read than can be shown.
    pub(crate) fn quoted(&mut self, text: &str) {
        let most = self.left + 1;
        let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
        self.debug(&&text[..end]);
    }

    /// A list in brackets, with ellipses below the depth and behind the items that are shown.
    pub(crate) fn list<T>(&mut self, open: &str, close: &str, all: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Text, T)) {
        self.word(open);
        let mut all = all.into_iter();
        if self.depth == 0 {
            if all.next().is_some() {
                self.word("…");
            }
        } else {
            self.depth -= 1;
            for (i, item) in all.enumerate() {
                if self.cut {
                    break;
                }
                if i > 0 {
                    self.word(", ");
                }
                if i == self.items {
                    self.word("…");
                    break;
                }
                each(self, item);
            }
            self.depth += 1;
        }
        self.word(close);
    }

    /// What is around one value and adds no depth to it.
    pub(crate) fn around(&mut self, open: &str, show: impl FnOnce(&mut Text)) {
        self.word(open);
        show(self);
        self.word(")");
    }

    /// An object of a type of the program.
    pub fn open(&mut self, name: &'static str) -> Level<'_> {
        Level { text: self, name, form: Form::Plain, count: 0 }
    }
}

thread_local! {
    static SCRATCH: std::cell::Cell<String> = std::cell::Cell::new(String::new());
}

#[derive(PartialEq)]
enum Form {
    Plain,
    Fields,
    Positions,
}

/// One object being shown: its name, then its fields or its parts by position.
pub struct Level<'a> {
    text: &'a mut Text,
    name: &'static str,
    form: Form,
    count: usize,
}

impl Level<'_> {
    pub fn variant(&mut self, name: &'static str) {
        self.name = name;
    }

    pub fn field(&mut self, name: &str, show: impl FnOnce(&mut Text)) {
        if self.begin(Form::Fields, " { ") {
            self.text.word(name);
            self.text.word(": ");
            self.deeper(show);
        }
    }

    pub fn item(&mut self, show: impl FnOnce(&mut Text)) {
        if self.begin(Form::Positions, "(") {
            self.deeper(show);
        }
    }

    pub fn omitted(&mut self) {
        self.begin(Form::Fields, " { ");
        self.text.word("…");
    }

    pub fn close(self) {
        match self.form {
            Form::Plain => self.text.word(self.name),
            Form::Fields => self.text.word(" }"),
            Form::Positions => self.text.word(")"),
        }
    }

    fn deeper(&mut self, show: impl FnOnce(&mut Text)) {
        self.text.depth -= 1;
        show(self.text);
        self.text.depth += 1;
    }

    // Whether a part is shown at all.
    fn begin(&mut self, form: Form, open: &str) -> bool {
        self.count += 1;
        if self.count == 1 {
            self.text.word(self.name);
            self.text.word(open);
            self.form = form;
            if self.text.depth == 0 {
                self.text.word("…");
            }
        } else if self.text.depth > 0 && self.count <= self.text.items + 1 {
            self.text.word(", ");
        }
        if self.text.depth > 0 && self.count == self.text.items + 1 {
            self.text.word("…");
        }
        self.text.depth > 0 && self.count <= self.text.items
    }
}
