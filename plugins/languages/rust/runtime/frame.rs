//! Calls of functions, by the recorder's own structure.

use std::any::Any;
use std::cell::UnsafeCell;
use std::os::raw::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};
use std::sync::Once;

#[repr(C)]
struct Record {
    slots: *mut u64,
    names: *const *const u8,
    known: c_ulonglong,
    number: c_int,
    line: c_int,
    entered: c_int,
    exceptions: c_int,
    kept: c_uint,
    kept_length: c_uint,
}

extern "C" {
    static __ca_on: c_int;
    fn __ca_enter(frame: *mut Record, function: *const c_char, line: c_int);
    fn __ca_line(frame: *mut Record, line: c_int, scope: c_ulonglong);
    fn __ca_cond(frame: *mut Record, line: c_int, scope: c_ulonglong);
    fn __ca_done();
    fn __ca_end(frame: *mut Record, line: c_int, scope: c_ulonglong);
    fn __ca_keep();
    fn __ca_leave(frame: *mut Record);
    fn __ca_unwind(frame: *mut Record);
    fn __ca_raise(kind: *const c_char, message: *const c_char);
    fn __ca_caught(frame: *mut Record, line: c_int, kind: *const c_char, message: *const c_char);
    fn __ca_muted() -> c_int;
    fn __ca_changed(frame: *mut Record, slot: c_int, hash: c_ulonglong) -> c_int;
    fn __ca_set(frame: *mut Record, slot: c_int, kind: *const c_char, text: *const c_char, length: c_uint, alias: c_int, full: c_longlong);
    fn __ca_result(frame: *mut Record, line: c_int, kind: *const c_char, text: *const c_char, length: c_uint, alias: c_int, full: c_longlong);
    fn __ca_alias(address: *const c_void) -> c_int;
    fn __ca_hash(bytes: *const c_void, length: c_ulonglong, seed: c_ulonglong) -> c_ulonglong;
    fn __ca_limit_depth() -> c_int;
    fn __ca_limit_items() -> c_int;
    fn __ca_limit_characters() -> c_int;
}

/// Whether events are recorded.
#[inline(always)]
pub fn on() -> bool {
    unsafe { __ca_on != 0 }
}

/// Ends what `enter`, `line` or `cond` began.
pub fn done() {
    unsafe { __ca_done() }
}

/// Ends what `end` began.
pub fn keep() {
    unsafe { __ca_keep() }
}

pub(crate) fn limits() -> (usize, usize, usize) {
    unsafe { (__ca_limit_depth() as usize, __ca_limit_items() as usize, __ca_limit_characters() as usize) }
}

/// One call. Declared first in its function, so that it is dropped last.
pub struct Frame(UnsafeCell<Record>);

impl Frame {
    pub fn new(slots: &mut [u64], names: &[*const u8]) -> Frame {
        Frame(UnsafeCell::new(Record {
            slots: slots.as_mut_ptr(),
            names: names.as_ptr(),
            known: 0,
            number: 0,
            line: 0,
            entered: 0,
            exceptions: 0,
            kept: 0,
            kept_length: 0,
        }))
    }

    pub fn enter(&self, name: &str, line: i32) {
        watch_panics();
        unsafe {
            (*self.0.get()).exceptions = std::thread::panicking() as c_int;
            __ca_enter(self.0.get(), name.as_ptr().cast(), line)
        }
    }

    pub fn line(&self, line: i32, scope: u64) {
        unsafe { __ca_line(self.0.get(), line, scope) }
    }

    pub fn cond(&self, line: i32, scope: u64) {
        unsafe { __ca_cond(self.0.get(), line, scope) }
    }

    pub fn end(&self, line: i32, scope: u64) {
        unsafe { __ca_end(self.0.get(), line, scope) }
    }

    /// A panic that `catch_unwind` gives back.
    pub fn caught<T>(&self, line: i32, result: &std::thread::Result<T>) {
        if let Err(payload) = result {
            let text = message_of(&**payload);
            unsafe { __ca_caught(self.0.get(), line, "panic\0".as_ptr().cast(), text.as_ptr().cast()) }
        }
    }

    pub(crate) fn is_quiet(&self) -> bool {
        unsafe { __ca_muted() != 0 }
    }

    pub(crate) fn set(&self, slot: i32, value: &Shown) {
        unsafe {
            let seed = value.address as u64 ^ value.kind.as_ptr() as u64;
            let hash = __ca_hash(value.text.as_ptr().cast(), value.text.len() as u64, seed);
            if __ca_changed(self.0.get(), slot, hash) != 0 {
                let kind = type_name(value.kind);
                __ca_set(self.0.get(), slot, kind.as_ptr().cast(), value.text.as_ptr().cast(), value.text.len() as c_uint, value.alias(), value.full);
            }
        }
    }

    pub(crate) fn give(&self, line: i32, value: &Shown) {
        let kind = type_name(value.kind);
        unsafe {
            __ca_result(self.0.get(), line, kind.as_ptr().cast(), value.text.as_ptr().cast(), value.text.len() as c_uint, value.alias(), value.full)
        }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        unsafe {
            if std::thread::panicking() && (*self.0.get()).exceptions == 0 {
                __ca_unwind(self.0.get())
            } else {
                __ca_leave(self.0.get())
            }
        }
    }
}

/// A value as it is shown.
pub(crate) struct Shown<'a> {
    pub kind: &'static str,
    pub text: &'a str,
    pub address: *const c_void,
    pub full: i64,
}

impl Shown<'_> {
    fn alias(&self) -> c_int {
        if self.address.is_null() {
            0
        } else {
            unsafe { __ca_alias(self.address) }
        }
    }
}

/// The name of a type without the modules in front of names, for C.
fn type_name(full: &str) -> String {
    let mut name = String::with_capacity(full.len() + 1);
    let mut word = 0;
    for c in full.chars() {
        if c == ':' {
            name.truncate(word);
            continue;
        }
        name.push(c);
        if !c.is_alphanumeric() && c != '_' {
            word = name.len();
        }
    }
    name.push('\0');
    name
}

/// What a panic says, for C.
fn message_of(payload: &(dyn Any + Send)) -> String {
    let message = payload
        .downcast_ref::<&str>()
        .map(|s| s.to_string())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    message.replace('\0', "\u{2400}") + "\0"
}

/// Panics are recorded where they are raised, in front of what the hook before this one does.
fn watch_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let text = message_of(info.payload());
            unsafe { __ca_raise("panic\0".as_ptr().cast(), text.as_ptr().cast()) }
            before(info)
        }))
    });
}
