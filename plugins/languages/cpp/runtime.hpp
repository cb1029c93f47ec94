// Comes in front of an instrumented C++ program, precompiled. It includes no library header: what it shows of the library it
// finds by the types a program uses. No code of the program runs to show a value.
#ifndef CODEALCHEMY_RUNTIME_HPP
#define CODEALCHEMY_RUNTIME_HPP
#include "trace.h"

extern "C" int __ca_flying() noexcept;
extern "C" void __ca_catch(struct __ca_frame *frame, int line);

namespace __ca {

struct frame : __ca_frame {
  frame(unsigned long long *slots, const char *const *names) noexcept : __ca_frame{slots, names, 0, 0, 0, 0, 0, 0, 0} {
    if (__ca_on) exceptions = __ca_flying();
  }
  frame(const frame &) = delete;
  ~frame() {
    if (!number) return;
    if (__ca_flying() > exceptions) __ca_unwind(this); else __ca_leave(this);
  }
};

// Types.

template <class A, class B> struct same { static constexpr bool value = false; };
template <class A> struct same<A, A> { static constexpr bool value = true; };
template <class T> struct bare { using type = T; };
template <class T> struct bare<const T> { using type = T; };
template <class T> struct bare<volatile T> { using type = T; };
template <class T> struct bare<const volatile T> { using type = T; };
template <class T> struct unreference { using type = T; };
template <class T> struct unreference<T &> { using type = T; };
template <class T> struct unreference<T &&> { using type = T; };
template <class T> struct is_reference { static constexpr bool value = false; };
template <class T> struct is_reference<T &> { static constexpr bool value = true; };
template <class T> struct is_reference<T &&> { static constexpr bool value = true; };
template <class T> struct pointee { static constexpr bool value = false; };
template <class T> struct pointee<T *> { static constexpr bool value = true; using type = T; };
template <class T> T &&make() noexcept;
template <class...> using nothing = void;
template <unsigned long... I> struct indexes {};

template <class T, class = void> struct complete { static constexpr bool value = false; };
template <class T> struct complete<T, nothing<decltype(sizeof(T))>> { static constexpr bool value = true; };
template <> struct complete<void, void> { static constexpr bool value = false; };
template <class T, class = void> struct contains { static constexpr bool value = false; };
template <class T> struct contains<T, nothing<typename T::value_type, typename T::const_iterator>> { static constexpr bool value = true; };
template <class T, class = void> struct described { static constexpr bool value = false; };
class fields;
template <class T> struct described<T, nothing<decltype(make<const T &>().__ca_fields(make<fields &>()))>> { static constexpr bool value = true; };
template <class T, class = void> struct has_hasher { static constexpr bool value = false; };
template <class T> struct has_hasher<T, nothing<typename T::hasher>> { static constexpr bool value = true; };

template <class T> constexpr const char *pretty() { return __PRETTY_FUNCTION__; }
constexpr const char *after(const char *text) {
  while (!(text[0] == 'T' && text[1] == ' ' && text[2] == '=')) text++;
  return text + 4;
}
template <class T> constexpr bool named(const char *prefix) {
  const char *at = after(pretty<T>());
  for (const char *p = prefix; *p; p++, at++) if (*p != *at) return false;
  return true;
}
extern "C" const char *__ca_type_name(const char *pretty);
template <class T> const char *type_name() {
  static const char *const name = __ca_type_name(after(pretty<T>()));
  return name;
}

template <class U> constexpr bool is_function_type() { return !__is_class(U) && !__is_union(U) && !__is_enum(U) && same<U, const U>::value; }

template <int> void get();   // so that get<0>(tuple) parses; the library's is found by its argument

// Values.

template <class T> void value(__ca_text &text, const T &v);

class fields {
 public:
  explicit fields(__ca_text &text) : text_(text) {}
  template <class T> void show(const char *name, const T &v) {
    if (text_.cut) return;
    __ca_words(&text_, first_ ? "." : ", .");
    first_ = false;
    __ca_words(&text_, name);
    __ca_words(&text_, " = ");
    value(text_, v);
  }

 private:
  __ca_text &text_;
  bool first_ = true;
};

inline void omitted(__ca_text &text) {
  __ca_words(&text, "{");
  __ca_omit(&text);
  __ca_words(&text, "}");
}

template <class T> constexpr bool is_integral() {
  return same<T, short>::value || same<T, unsigned short>::value || same<T, int>::value || same<T, unsigned>::value || same<T, long>::value ||
         same<T, unsigned long>::value || same<T, long long>::value || same<T, unsigned long long>::value || same<T, signed char>::value ||
         same<T, unsigned char>::value || same<T, wchar_t>::value || same<T, char16_t>::value || same<T, char32_t>::value;
}
template <class T> constexpr bool is_real() { return same<T, float>::value || same<T, double>::value || same<T, long double>::value; }
template <class T> constexpr bool is_scalar() {
  return is_integral<T>() || is_real<T>() || same<T, bool>::value || same<T, char>::value || __is_enum(T);
}

template <class T> void scalar(__ca_text &text, T v) {
  if constexpr (same<T, bool>::value) __ca_words(&text, v ? "true" : "false");
  else if constexpr (same<T, char>::value) __ca_letter(&text, v);
  else if constexpr (is_real<T>()) __ca_real(&text, v, sizeof(T));
  else if constexpr (__is_enum(T)) {
    using U = __underlying_type(T);
    if constexpr (U(-1) < U(1)) __ca_integer(&text, static_cast<long long>(v)); else __ca_natural(&text, static_cast<unsigned long long>(v));
  }
  else if constexpr (T(-1) < T(0)) __ca_integer(&text, v);
  else __ca_natural(&text, v);
}

extern "C" unsigned long long __ca_length(const char *text);

template <class T> void pointer(__ca_text &text, T *p) {
  using U = typename bare<T>::type;
  if (!p) { __ca_words(&text, "nullptr"); return; }
  if constexpr (same<U, char>::value) {
    unsigned long long length = __ca_length(reinterpret_cast<const char *>(p));
    if (length || __ca_readable(reinterpret_cast<const char *>(p), 1)) { __ca_string(&text, reinterpret_cast<const char *>(p), length); return; }
  }
  __ca_char(&text, '&');
  if constexpr (complete<U>::value && !same<U, char>::value && !is_function_type<U>()) {
    if (text.depth > 0 && __ca_readable(reinterpret_cast<const void *>(p), sizeof(U))) {
      text.depth--;
      value(text, *p);
      text.depth++;
      return;
    }
  }
  __ca_omit(&text);
}

template <class I> bool items(__ca_text &text, I at, I end) {
  int left = __ca_limit_items();
  bool first = true;
  for (; at != end && !text.cut; ++at) {
    if (!first) __ca_words(&text, ", ");
    if (!left--) { __ca_omit(&text); return false; }
    first = false;
    value(text, *at);
  }
  return true;
}

inline int compare(const char *a, unsigned la, const char *b, unsigned lb) {
  int order = __builtin_memcmp(a, b, la < lb ? la : lb);
  return order ? order : la < lb ? -1 : la > lb;
}

// Unordered: by the shown text. Each round finds the next one, so that little memory is needed.
template <class T> void sorted(__ca_text &text, const T &v) {
  unsigned room_length;
  char *room = v.size() > 256 ? nullptr : __ca_scratch(&room_length);
  if (!room) { __ca_omit(&text); return; }
  unsigned part = room_length / 3, last_length = 0, best_length = 0;
  char *last = room, *best = room + part, *now = room + 2 * part;
  unsigned long shown = 0;
  while (shown < v.size() && !text.cut) {
    unsigned long equal = 0, left = v.size();
    for (const auto &e : v) {
      if (!left--) break;
      __ca_text t;
      __ca_open(&t, now, part);
      t.depth = text.depth;
      value(t, e);
      unsigned length = __ca_close(&t, now);
      if (shown && compare(now, length, last, last_length) <= 0) continue;
      int order = equal ? compare(now, length, best, best_length) : -1;
      if (order > 0) continue;
      if (!order) { equal++; continue; }
      char *other = best;
      best = now;
      now = other;
      best_length = length;
      equal = 1;
    }
    if (!equal) break;
    for (; equal; equal--, shown++) {
      if (shown) __ca_words(&text, ", ");
      if (shown == static_cast<unsigned long>(__ca_limit_items())) { __ca_omit(&text); __ca_back(room_length); return; }
      __ca_bytes(&text, best, best_length);
    }
    char *other = last;
    last = best;
    best = other;
    last_length = best_length;
  }
  __ca_back(room_length);
}

template <class T> void container(__ca_text &text, const T &v) {
  if (text.depth <= 0) { omitted(text); return; }
  text.depth--;
  __ca_char(&text, '{');
  if constexpr (has_hasher<T>::value) sorted(text, v); else items(text, v.begin(), v.end());
  __ca_char(&text, '}');
  text.depth++;
}

// The container inside an adaptor is a protected member of the standard's name.
template <class A> struct peek : A {
  static const typename A::container_type &at(const A &a) { return a.*(&peek::c); }
};

template <class T, unsigned long... I> void tuple(__ca_text &text, const T &v, indexes<I...>) {
  __ca_char(&text, '{');
  ((I ? __ca_words(&text, ", ") : (void)0, value(text, get<I>(v))), ...);
  __ca_char(&text, '}');
}
template <class T> struct arity;
template <template <class...> class C, class... T> struct arity<C<T...>> { static constexpr unsigned long value = sizeof...(T); };
template <unsigned long N, unsigned long... I> struct upto : upto<N - 1, N - 1, I...> {};
template <unsigned long... I> struct upto<0, I...> { using type = indexes<I...>; };

template <class T> constexpr bool is_text() { return named<T>("std::__cxx11::basic_string<char>") || named<T>("std::basic_string_view<char>"); }
template <class T> constexpr bool is_pointer_owner() { return named<T>("std::unique_ptr<") || named<T>("std::shared_ptr<"); }
template <class T> constexpr bool is_adaptor() { return named<T>("std::stack<") || named<T>("std::queue<") || named<T>("std::priority_queue<"); }
template <class T, class = void> struct plain_owner { static constexpr bool value = false; };
template <class T> struct plain_owner<T, nothing<typename T::element_type>> {
  static constexpr bool value = same<decltype(make<const T &>().get()), typename T::element_type *>::value;
};

template <class T> void library(__ca_text &text, const T &v) {
  if constexpr (is_text<T>()) {
    if (__ca_readable(v.data(), v.size())) __ca_string(&text, v.data(), v.size()); else omitted(text);
  } else if constexpr (is_adaptor<T>()) value(text, peek<T>::at(v));
  else if constexpr (is_pointer_owner<T>() && plain_owner<T>::value) pointer(text, v.get());
  else if constexpr (named<T>("std::pair<")) {
    __ca_char(&text, '{');
    value(text, v.first);
    __ca_words(&text, ", ");
    value(text, v.second);
    __ca_char(&text, '}');
  } else if constexpr (named<T>("std::tuple<")) tuple(text, v, typename upto<arity<T>::value>::type());
  else if constexpr (named<T>("std::optional<")) { if (v.has_value()) value(text, *v); else __ca_words(&text, "std::nullopt"); }
  else if constexpr (contains<T>::value) container(text, v);
  else omitted(text);
}

template <class T, unsigned long N> void array(__ca_text &text, const T (&v)[N]) {
  if constexpr (same<T, char>::value) __ca_string(&text, v, __builtin_strnlen(v, N));
  else {
    if (text.depth <= 0) { omitted(text); return; }
    text.depth--;
    __ca_char(&text, '{');
    items(text, v, v + N);
    __ca_char(&text, '}');
    text.depth++;
  }
}

template <class T> struct is_array { static constexpr bool value = false; };
template <class T, unsigned long N> struct is_array<T[N]> { static constexpr bool value = true; };

template <class T> void value(__ca_text &text, const T &v) {
  using U = typename bare<T>::type;
  if constexpr (is_array<U>::value) array(text, v);
  else if constexpr (is_scalar<U>()) scalar<U>(text, v);
  else if constexpr (same<U, decltype(nullptr)>::value) __ca_words(&text, "nullptr");
  else if constexpr (pointee<U>::value) pointer(text, static_cast<typename pointee<U>::type *>(v));
  else if constexpr (named<U>("std::")) library(text, v);
  else if constexpr (described<U>::value) {
    if (text.depth <= 0) { omitted(text); return; }
    text.depth--;
    fields f(text);
    __ca_char(&text, '{');
    v.__ca_fields(f);
    __ca_char(&text, '}');
    text.depth++;
  } else omitted(text);
}

// What the engine inserts.

template <class T> const void *target(const T &v) {
  using U = typename bare<T>::type;
  if constexpr (pointee<U>::value) {
    using P = typename bare<typename pointee<U>::type>::type;
    if constexpr (!same<P, char>::value && !is_function_type<P>()) return const_cast<const void *>(static_cast<const volatile void *>(v));
  } else if constexpr (named<U>("std::unique_ptr<") || named<U>("std::shared_ptr<")) {
    if constexpr (plain_owner<U>::value) return v.get();
  }
  return nullptr;
}

template <class T> long long extent(const T &v) {
  using U = typename bare<T>::type;
  if constexpr (is_array<U>::value) {
    if constexpr (!same<typename bare<typename unreference<decltype(v[0])>::type>::type, char>::value) return sizeof(v) / sizeof(v[0]);
  } else if constexpr (named<U>("std::") && contains<U>::value && !is_text<U>()) {
    if constexpr (!named<U>("std::forward_list<")) return static_cast<long long>(v.size());
  }
  return -1;
}

template <class T> void guarded(__ca_text &text, const T &v) {
  if constexpr (is_scalar<typename bare<T>::type>()) value(text, v);
  else __ca_guard([](__ca_text *t, const void *object) { value(*t, *static_cast<const T *>(object)); }, &text,
                  const_cast<const void *>(static_cast<const volatile void *>(__builtin_addressof(v))));
}

template <class T> void show_scalar(__ca_frame &frame, int slot, T v) {
  unsigned long long word = 0;
  __builtin_memcpy(&word, &v, sizeof v > 8 ? 8 : sizeof v);
  if (!__ca_changed(&frame, slot, (word ^ sizeof v * 0x9E3779B97F4A7C15ull) + 0x632BE59BD9B4E019ull)) return;
  char room[64];
  __ca_text text;
  __ca_open(&text, room, sizeof room);
  scalar(text, v);
  __ca_set(&frame, slot, type_name<T>(), room, __ca_close(&text, room), 0, -1);
}

template <class T> __attribute__((noinline)) void show_any(__ca_frame &frame, int slot, const T &v) {
  unsigned length;
  char *room = __ca_scratch(&length);
  if (!room) return;
  __ca_text text;
  __ca_open(&text, room, length);
  guarded(text, v);
  unsigned shown = __ca_close(&text, room);
  const void *to = target(v);
  long long full = extent(v);
  unsigned long long hash = __ca_hash(room, shown, reinterpret_cast<unsigned long long>(type_name<T>()) ^ reinterpret_cast<unsigned long long>(to));
  hash ^= static_cast<unsigned long long>(full) * 0x9E3779B97F4A7C15ull;
  if (__ca_changed(&frame, slot, hash))
    __ca_set(&frame, slot, type_name<T>(), room, shown, to ? __ca_alias(to) : 0, full > __ca_limit_items() ? full : -1);
  __ca_back(length);
}

template <class T> inline void show(__ca_frame &frame, int slot, const T &v) {
  using U = typename bare<T>::type;
  if (__ca_muted()) return;
  if constexpr (is_scalar<U>() && sizeof(U) <= 8) show_scalar<U>(frame, slot, v); else show_any(frame, slot, v);
}

template <class T> __attribute__((noinline)) void result(__ca_frame &frame, int line, const T &v) {
  unsigned length;
  char *room = __ca_on && frame.number ? __ca_scratch(&length) : nullptr;
  if (!room) return;
  __ca_text text;
  __ca_open(&text, room, length);
  guarded(text, v);
  unsigned shown = __ca_close(&text, room);
  const void *to = target(v);
  long long full = extent(v);
  __ca_result(&frame, line, type_name<typename bare<T>::type>(), room, shown, to ? __ca_alias(to) : 0, full > __ca_limit_items() ? full : -1);
  __ca_back(length);
}

// A function with a scalar result: the value as it is converted.
template <class T> inline T give(__ca_frame &frame, int line, T v) {
  if (__ca_on) result(frame, line, v);
  return v;
}

// Any other result. What is made in place stays in place: gcc elides the copy of the one named value.
template <class R, class F> R call_value(__ca_frame &frame, int line, F &&f) {
  R r = f();
  if (__ca_on) result(frame, line, r);
  return r;
}
template <class R, class F> R call_reference(__ca_frame &frame, int line, F &&f) {
  R r = static_cast<R>(f());
  if (__ca_on) result(frame, line, r);
  return static_cast<R>(r);
}
template <class R> struct called { static constexpr int kind = is_reference<R>::value ? 1 : __is_constructible(R, R) ? 2 : 0; };
template <> struct called<void> { static constexpr int kind = 0; };
template <int K> struct call_kind {};
template <class F> inline decltype(auto) call_by(__ca_frame &, int, F &&f, call_kind<0>) { return f(); }
template <class F> inline decltype(auto) call_by(__ca_frame &frame, int line, F &&f, call_kind<1>) { return call_reference<decltype(f())>(frame, line, f); }
template <class F> inline auto call_by(__ca_frame &frame, int line, F &&f, call_kind<2>) { return call_value<decltype(f())>(frame, line, f); }
template <class F> inline decltype(auto) call(__ca_frame &frame, int line, F &&f) {
  return call_by(frame, line, f, call_kind<called<decltype(f())>::kind>());
}

}  // namespace __ca
#endif
