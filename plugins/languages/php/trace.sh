# bash trace.sh INSTRUMENTED PROGRAM COMMAND… puts the instrumented text in the program's place while the interpreter opens it;
# trace.php puts the program back before a line of it runs, so that its name, its folder and its own text are what they were.
kept=/tmp/.codealchemy-program
cp -p "$2" "$kept" && cp "$1" "$2"
shift 2
# PHP takes descriptors below the limit of open files only.
if [[ -n ${CODEALCHEMY_TRACE_FD-} ]]; then
  eval "exec 900>&$CODEALCHEMY_TRACE_FD $CODEALCHEMY_TRACE_FD>&-"
  export CODEALCHEMY_TRACE_FD=900
fi
exec "$@"
