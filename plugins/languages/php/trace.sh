# bash trace.sh COMMAND…: PHP takes descriptors below the limit of open files only, and the trace's is the one just above.
if [[ -n ${CODEALCHEMY_TRACE_FD-} ]]; then
  eval "exec 900>&$CODEALCHEMY_TRACE_FD $CODEALCHEMY_TRACE_FD>&-"
  export CODEALCHEMY_TRACE_FD=900
fi
exec "$@"
