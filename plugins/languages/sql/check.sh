#!/bin/sh
# A script for another database is told by what SQLite doesn't understand of it: check.sh SCRIPT
errors=$(sqlite3 -batch :memory: ".read $1" 2>&1 >/dev/null </dev/null |
  grep -E 'syntax error|unrecognized token|incomplete input|no such function|unknown database|unsupported' | head -n 20)
[ -z "$errors" ] || { printf '%s\n' "$errors" >&2; exit 1; }
