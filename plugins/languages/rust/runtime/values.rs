//! Which values are shown, and how.

use crate::frame::{Frame, Shown};
use crate::named;
use crate::text::Text;
use std::cell::RefCell;
use std::ffi::c_void;

/// What can be shown: types of the library whose parts can, and types of the program.
pub trait Show {
    fn show(&self, text: &mut Text);

    /// Address of an object that several names may share.
    fn address(&self) -> *const c_void {
        std::ptr::null()
    }

    /// Length of a text or collection.
    fn length(&self) -> Option<usize> {
        None
    }
}

/// A value looked at where its type is known; which of the two traits serves is chosen there.
pub struct Value<'a, T: ?Sized>(pub &'a T);

pub trait Known {
    fn put(&self, frame: &Frame, slot: i32);
    fn give(&self, frame: &Frame, line: i32);
    fn text(&self, text: &mut Text);
}

pub trait Unknown {
    fn put(&self, frame: &Frame, slot: i32);
    fn give(&self, frame: &Frame, line: i32);
    fn text(&self, text: &mut Text);
}

thread_local! {
    static TEXT: RefCell<Text> = RefCell::new(Text::new());
}

fn shown<T: ?Sized>(show: impl FnOnce(&mut Text), address: *const c_void, length: Option<usize>, then: impl FnOnce(&Shown)) {
    let _ = TEXT.try_with(|text| {
        if let Ok(mut text) = text.try_borrow_mut() {
            text.start();
            show(&mut text);
            let full = match length {
                Some(n) if text.cut || n > text.items => n as i64,
                _ => -1,
            };
            then(&Shown { kind: std::any::type_name::<T>(), text: &text.shown, address, full });
        }
    });
}

impl<T: Show + ?Sized> Known for &Value<'_, T> {
    fn put(&self, frame: &Frame, slot: i32) {
        if !frame.is_quiet() {
            shown::<T>(|t| self.0.show(t), self.0.address(), self.0.length(), |value| frame.set(slot, value))
        }
    }

    fn give(&self, frame: &Frame, line: i32) {
        shown::<T>(|t| self.0.show(t), self.0.address(), self.0.length(), |value| frame.give(line, value))
    }

    fn text(&self, text: &mut Text) {
        self.0.show(text)
    }
}

impl<T: ?Sized> Unknown for Value<'_, T> {
    fn put(&self, frame: &Frame, slot: i32) {
        if !frame.is_quiet() {
            shown::<T>(|t| named::show(self.0, t), std::ptr::null(), None, |value| frame.set(slot, value))
        }
    }

    fn give(&self, frame: &Frame, line: i32) {
        shown::<T>(|t| named::show(self.0, t), std::ptr::null(), None, |value| frame.give(line, value))
    }

    fn text(&self, text: &mut Text) {
        named::show(self.0, text)
    }
}

macro_rules! plain {
    ($($t:ty)*) => { $(impl Show for $t {
        fn show(&self, text: &mut Text) { text.debug(self) }
    })* };
}

plain!(() i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char std::cmp::Ordering
    std::num::ParseIntError std::num::ParseFloatError std::fmt::Error);

impl Show for str {
    fn show(&self, text: &mut Text) {
        text.quoted(self)
    }
    fn length(&self) -> Option<usize> {
        Some(self.len()).filter(|n| *n > crate::frame::limits().2)
    }
}

impl Show for String {
    fn show(&self, text: &mut Text) {
        text.quoted(self)
    }
    fn length(&self) -> Option<usize> {
        self.as_str().length()
    }
}

macro_rules! through {
    ($($t:ty)*) => { $(impl<T: Show + ?Sized> Show for $t {
        fn show(&self, text: &mut Text) { (**self).show(text) }
        fn address(&self) -> *const c_void { (**self).address() }
        fn length(&self) -> Option<usize> { (**self).length() }
    })* };
}

through!(&T &mut T Box<T>);

macro_rules! shared {
    ($($t:ty)*) => { $(impl<T: Show + ?Sized> Show for $t {
        fn show(&self, text: &mut Text) { (**self).show(text) }
        fn address(&self) -> *const c_void { &**self as *const T as *const c_void }
        fn length(&self) -> Option<usize> { (**self).length() }
    })* };
}

shared!(std::rc::Rc<T> std::sync::Arc<T>);

impl<T: Show> Show for Option<T> {
    fn show(&self, text: &mut Text) {
        match self {
            None => text.word("None"),
            Some(value) => text.around("Some(", |t| value.show(t)),
        }
    }
}

impl<T: Show, E: Show> Show for Result<T, E> {
    fn show(&self, text: &mut Text) {
        match self {
            Ok(value) => text.around("Ok(", |t| value.show(t)),
            Err(value) => text.around("Err(", |t| value.show(t)),
        }
    }
}

macro_rules! tuples {
    ($(($($n:ident $i:tt),*))*) => { $(impl<$($n: Show),*> Show for ($($n,)*) {
        fn show(&self, text: &mut Text) {
            let parts: &[&dyn Show] = &[$(&self.$i),*];
            text.list("(", if parts.len() == 1 { ",)" } else { ")" }, parts, |t, v| v.show(t))
        }
    })* };
}

tuples!((A 0) (A 0, B 1) (A 0, B 1, C 2) (A 0, B 1, C 2, D 3) (A 0, B 1, C 2, D 3, E 4) (A 0, B 1, C 2, D 3, E 4, F 5));
