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

/// Lets a type of the program be shown, whatever stands in for its parameters.
#[macro_export]
macro_rules! record {
    (() $name:ident $body:tt) => { impl $crate::Show for $name $body };
    ((<$($l:lifetime),+ $(,)?>) $name:ident $body:tt) => { impl<$($l),+> $crate::Show for $name<$($l),+> $body };
    ((<$($t:ident $(: $($b:ident)::+ $(<$($a:tt),+>)? $(+ $($c:ident)::+ $(<$($d:tt),+>)?)*)?),+ $(,)?>) $name:ident $body:tt) => {
        impl<$($t $(: $($b)::+ $(<$($a),+>)? $(+ $($c)::+ $(<$($d),+>)?)*)?),+> $crate::Show for $name<$($t),+> $body
    };
    ((<$($l:lifetime),+, $($t:ident $(: $($b:ident)::+ $(<$($a:tt),+>)? $(+ $($c:ident)::+ $(<$($d:tt),+>)?)*)?),+ $(,)?>)
        $name:ident $body:tt) => {
        impl<$($l,)+ $($t $(: $($b)::+ $(<$($a),+>)? $(+ $($c)::+ $(<$($d),+>)?)*)?),+> $crate::Show for $name<$($l,)+ $($t),+> $body
    };
}
