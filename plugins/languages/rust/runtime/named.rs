//! Values whose type is a parameter: inside a generic function only the name of the type that stands in for it is known.

use crate::text::Text;
use crate::values::Show;
use std::any::type_name;

/// Shows a value by the name of its type where that is a common one of the library; names of the program's own types begin with
/// that of their crate.
pub(crate) fn show<T: ?Sized>(value: &T, text: &mut Text) {
    let name = type_name::<T>();
    // A reference to something without a size is two words, and then it is none of these.
    let at = value as *const T as *const u8;
    macro_rules! one_of {
        ($($t:ty),*) => { $(
            if name == type_name::<$t>() && std::mem::size_of_val(value) == std::mem::size_of::<$t>() {
                return unsafe { (*(at as *const $t)).show(text) };
            }
        )* };
    }
    macro_rules! each_way {
        ($($t:ty),*) => { one_of!($($t, &$t, &mut $t, Vec<$t>, &Vec<$t>, &mut Vec<$t>, &[$t], &mut [$t], Option<$t>, Option<&$t>),*) };
    }
    each_way!(i32, i64, u8, u32, u64, usize, isize, i128, u128, f32, f64, bool, char, String, &str);
    one_of!(i8, i16, u16, ());
    text.word("{…}");
}
