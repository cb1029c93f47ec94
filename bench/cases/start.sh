# How long a person waits: the tool itself, and a trace of a program that says hello.
bench_start() {
  local help language file cold warm
  help=$(for _ in $(seq "$starts"); do seconds ./codealchemy --help; done | median)
  help=$(calc %.0f "$help * 1000")
  printf '`codealchemy --help`: **%s ms** (target at most 150: %s).\n\n' "$help" "$(verdict "$help" 150 at-most)"
  printf '| `trace` of hello world | first, with compiling | again, ms |\n|---|---|---|\n'
  for language in "${first_languages[@]}"; do
    file=$(hello "$language")
    ./codealchemy trace "$file" > /dev/null 2>&1
    cold=$(for _ in $(seq "$runs"); do seconds ./codealchemy trace "$(hello "$language")"; done | median)
    warm=$(for _ in $(seq "$runs"); do seconds ./codealchemy trace "$file"; done | median)
    printf '| %s | %.0f | %.0f |\n' "${title[$language]}" "$(calc %f "$cold * 1000")" "$(calc %f "$warm * 1000")"
  done
}

# hello LANGUAGE: a program that no cache knows.
hello() {
  local folder text
  folder=$(mktemp -d "$work/hello.XXXXXX")
  text="hello $(basename "$folder")"
  case $1 in
    c) printf '#include <stdio.h>\nint main(void) {\n  puts("%s");\n  return 0;\n}\n' "$text" ;;
    cpp) printf '#include <iostream>\nint main() {\n  std::cout << "%s\\n";\n}\n' "$text" ;;
    java) printf 'class Hello {\n  public static void main(String[] args) {\n    System.out.println("%s");\n  }\n}\n' "$text" ;;
    python) printf 'print("%s")\n' "$text" ;;
    *) printf 'console.log("%s");\n' "$text" ;;
  esac > "$folder/Hello.$(basename "${program[$1]##*.}")"
  echo "$folder"/Hello.*
}
