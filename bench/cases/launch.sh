# What isolation costs: /bin/true in the sandbox beside a bare bubblewrap, in turn in one process.
bench_launch() {
  build bench/launch
  local ours bare plain ratio
  read -r ours bare plain ratio < <("$dotnet" bench/launch/bin/Release/net10.0/CodeAlchemy.Bench.Launch.dll .deps/native/codealchemy-launch "$launches")
  printf '| start of `/bin/true`, median of %s | ms |\n|---|---|\n' "$launches"
  printf '| sandbox: private files, own user, control groups, refused system calls | %s |\n' "$ours"
  printf '| `bwrap --unshare-all --ro-bind / /` | %s |\n| no isolation | %s |\n\n' "$bare" "$plain"
  printf 'Sandbox ÷ bubblewrap: **%s** (target at most 1.5: %s).\n' "$ratio" "$(verdict "$ratio" 1.5 at-most)"
}
