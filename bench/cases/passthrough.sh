# The pipeline alone: many small files, exact duplicates found, a strategy that copies. About 4 KiB of memory for each file.
bench_passthrough() {
  local count=$files free result
  free=$(df --output=avail -k "$work" | tail -n 1)
  (( free > count * 12 )) || count=$((count * 3 / 10))
  build bench/passthrough
  result=$("$dotnet" bench/passthrough/bin/Release/net10.0/CodeAlchemy.Bench.Passthrough.dll "$count" "$work/passthrough")
  rm -rf "$work/passthrough"
  value() { sed -E "s/.*\"$1\":([^,}]+).*/\1/" <<< "$result"; }
  printf '| files | seconds | files/s | peak memory, MiB | processor seconds | ledger balances |\n|---|---|---|---|---|---|\n'
  printf '| %s | %s | **%s** | **%s** | %s | %s |\n' "$(thousands "$count")" "$(value seconds)" "$(thousands "$(value filesPerSecond)")" \
    "$(value peakMiB)" "$(value cpuSeconds)" "$(value balanced)"
}
