# sh check.sh SOURCE TARGET: whether PHP takes the instrumented program, and a copy of it for the tracer.
php -d display_errors=stderr -d log_errors=0 -l "$1" >/dev/null && cp "$1" "$2"
