// The part of the C++ tracer that needs the language's own library: exceptions and names of types.
#include "trace.h"

#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <dlfcn.h>
#include <exception>
#include <typeinfo>

extern "C" int __ca_flying() noexcept { return std::uncaught_exceptions(); }

extern "C" unsigned long long __ca_length(const char *text) {
  unsigned long long most = static_cast<unsigned long long>(__ca_limit_characters()) * 4 + 1, length = 0;
  while (length < most) {
    unsigned long long part = 4096 - (reinterpret_cast<unsigned long long>(text + length) & 4095);
    if (part > most - length) part = most - length;
    if (!__ca_readable(text + length, part)) break;
    unsigned long long found = strnlen(text + length, part);
    length += found;
    if (found < part) break;
  }
  return length;
}

namespace {

void replace(char *text, const char *from, const char *to) {
  std::size_t cut = std::strlen(from), put = std::strlen(to);
  for (char *at = text; (at = std::strstr(at, from)); at += put) {
    std::memmove(at + put, at + cut, std::strlen(at + cut) + 1);
    std::memcpy(at, to, put);
  }
}

void tidy(char *name) {
  replace(name, "std::__cxx11::", "std::");
  replace(name, " >", ">");
  replace(name, "std::basic_string<char, std::char_traits<char>, std::allocator<char>>", "std::string");
  replace(name, "std::basic_string<char>", "std::string");
  replace(name, "std::basic_string_view<char>", "std::string_view");
  replace(name, "{anonymous}::", "");
  replace(name, "(anonymous namespace)::", "");
}

}  // namespace

// The type in gcc's description of a function, up to the bracket or semicolon that ends it.
extern "C" const char *__ca_type_name(const char *pretty) {
  int depth = 0;
  const char *end = pretty;
  for (; *end; end++) {
    if (*end == '<' || *end == '(' || *end == '[' || *end == '{') depth++;
    else if (depth && (*end == '>' || *end == ')' || *end == ']' || *end == '}')) depth--;
    else if (!depth && (*end == ']' || *end == ';')) break;
  }
  std::size_t length = static_cast<std::size_t>(end - pretty);
  char *name = static_cast<char *>(std::malloc(length + 1));
  if (!name) return "";
  std::memcpy(name, pretty, length);
  name[length] = 0;
  tidy(name);
  return name;
}

namespace {

struct Shown {
  char type[256], message[1024];
};

// Only a what() of the library itself is called: one of the program's own is the program's code.
void describe(Shown &shown, const std::type_info *type, void *object) {
  int status = 0;
  char *name = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  std::strncpy(shown.type, name ? name : type->name(), sizeof shown.type - 1);
  std::free(name);
  tidy(shown.type);
  void *base = object;
  if (!object || !typeid(std::exception).__do_catch(type, &base, 1)) return;
  void **table = *static_cast<void ***>(base);
  Dl_info info;
  if (!dladdr(table[2], &info) || !info.dli_fname || !std::strstr(info.dli_fname, "libstdc++")) return;
  std::strncpy(shown.message, static_cast<std::exception *>(base)->what(), sizeof shown.message - 1);
}

}  // namespace

extern "C" void __ca_catch(__ca_frame *frame, int line) {
  Shown shown{};
  const std::type_info *type = abi::__cxa_current_exception_type();
  if (!type) return;
  void *object = nullptr;
  if (std::exception_ptr current = std::current_exception()) object = *reinterpret_cast<void **>(&current);
  describe(shown, type, object);
  __ca_caught(frame, line, shown.type, shown.message);
}

extern "C" __attribute__((noreturn)) void __cxa_throw(void *object, std::type_info *type, void (*destroy)(void *)) {
  using Throw = void (*)(void *, std::type_info *, void (*)(void *));
  static const Throw real = reinterpret_cast<Throw>(dlsym(RTLD_NEXT, "__cxa_throw"));
  if (__ca_on) {
    Shown shown{};
    describe(shown, type, object);
    __ca_raise(shown.type, shown.message);
  }
  real(object, type, destroy);
  __builtin_unreachable();
}
