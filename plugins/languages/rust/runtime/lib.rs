//! What the insertions of the Rust tracer call: frames of the recorder that the C tracer brings, and values as text.
//! No `Debug`, `Display` or `Deref` of the program runs: types of the program are shown by the fields that insertions name.

mod collections;
mod frame;
mod named;
mod text;
mod values;

pub use frame::{done, keep, on, Frame};
pub use text::{Level, Text};
pub use values::{Known, Show, Unknown, Value};
