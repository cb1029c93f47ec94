# sh trace.sh TRACER COMMAND… runs the interpreter with the tracer in its process; the tracer takes these variables away again.
export CODEALCHEMY_PRELOAD="$LD_PRELOAD" LD_PRELOAD="${LD_PRELOAD:+$LD_PRELOAD:}$1" LUA_INIT_5_4="package.loadlib('$1', 'codealchemy_start')()"
shift
exec "$@"
