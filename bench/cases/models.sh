# The engine of model requests against a server of ours in another process, journal and cache on, in memory-backed storage.
bench_models() {
  build bench/models
  build tests/CodeAlchemy.DummyEndpoint
  local replies failures wall processor sent known memory rest rate
  printf '| server | in flight | requests | replies | failures | requests/s | target | | processor time per request, µs | memory, MiB |\n|---|---|---|---|---|---|---|---|---|---|\n'
  endpoint '{}'
  read -r replies failures wall processor sent known memory rest < <(ask "$requests" 64 $((requests / 4)))
  rate=$(calc %.0f "$replies / $wall")
  printf '| 0 ms | 64 | %s | %s | %s | **%s** | 6,000 | %s | %s | %s |\n' "$(thousands "$sent")" "$(thousands "$replies")" "$failures" "$(thousands "$rate")" "$(verdict "$rate" 6000 at-least)" "$processor" "$memory"
  endpoint_end
  endpoint '{"delayMs":100}'
  read -r replies failures wall processor sent known memory rest < <(ask "$((requests / 2))" 256 5120)
  rate=$(calc %.0f "$replies / $wall")
  printf '| 100 ms | 256 | %s | %s | %s | **%s** (%s %% of the ideal) | 2,176 | %s | %s | %s |\n' "$(thousands "$sent")" "$(thousands "$replies")" "$failures" "$(thousands "$rate")" \
    "$(calc %.0f "100 * $rate / 2560")" "$(verdict "$rate" 2176 at-least)" "$processor" "$memory"
  endpoint_end
  endpoint '{"rules":[{"share":0.2,"seed":1,"behaviour":{"kind":"body","status":429}},{"share":0.05,"seed":2,"behaviour":{"kind":"reset"}}]}'
  read -r replies failures wall processor sent known memory rest < <(ask "$((requests / 4))" 64 0)
  printf '| 20 %% status 429, 5 %% resets | 64 | %s | %s | %s | %s | every row accounted for | %s | %s | %s |\n' "$(thousands "$sent")" "$(thousands "$replies")" "$failures" \
    "$(calc %.0f "$replies / $wall")" "$(verdict $((replies + failures)) $((requests / 4)) at-least)" "$processor" "$memory"
  endpoint_end
  killed
  many
}

# Whether memory stays where it is over many rows: what lives after a tenth, a half and all of them.
many() {
  local tenth half all
  endpoint '{}'
  read -r replies failures wall processor sent known memory rest tenth half all < <(ask "$manyRequests" 64)
  printf '\n%s requests in one run, %s answered: **%s MiB** live after a tenth of them, **%s** after half, **%s** at the end; resident then %s MiB.\n' \
    "$(thousands "$manyRequests")" "$(thousands "$replies")" "$tenth" "$half" "$all" "$memory"
  endpoint_end
}

requests=${BENCH_REQUESTS:-60000}
manyRequests=${BENCH_MANY_REQUESTS:-1000000}

asker=bench/models/bin/Release/net10.0/CodeAlchemy.Bench.Models.dll

ask() { "$dotnet" "$asker" "$url" "$work/models" "$@"; }

# endpoint SCRIPT: starts a server in a process of its own; its address is in $url.
endpoint() {
  rm -rf "$work/models"; mkdir "$work/models"
  printf '%s' "$1" > "$work/models/script.json"
  coproc server { exec "$dotnet" tests/CodeAlchemy.DummyEndpoint/bin/Release/net10.0/CodeAlchemy.DummyEndpoint.dll 0 "$work/models/script.json"; }
  read -r url <&"${server[0]}"
}

endpoint_end() { local pid=$server_PID; eval "exec ${server[1]}>&-"; wait "$pid" || true; }

counted() { curl -s "$url" | sed -E "s/.*\"$1\":([0-9]+).*/\1/"; }

# Kills the client in the middle, three times, and counts what was asked for although it had been answered.
killed() {
  local kill atOnce=128 total=6000 again client
  endpoint '{"delayMs":20}'
  for kill in 1 2 3; do
    # Not by way of a function: that would start a shell, and killing it would spare the client.
    "$dotnet" "$asker" "$url" "$work/models" "$total" "$atOnce" > /dev/null & client=$!
    while (( $(counted Requests) < kill * 1500 )); do sleep 0.05; done
    kill -9 "$client"; wait "$client" 2> /dev/null || true
  done
  read -r replies failures rest < <(ask "$total" "$atOnce")
  again=$(( $(counted Requests) - total ))
  printf '\nKilled three times (`kill -9`) with %s in flight: %s of %s rows answered, %s failed; **%s** requests sent again, %s per kill (target at most %s: %s).\n' \
    "$atOnce" "$(thousands "$replies")" "$(thousands "$total")" "$failures" "$again" "$(calc %.0f "$again / 3")" "$atOnce" "$(verdict "$again" $((3 * atOnce)) at-most)"
  endpoint_end
}
