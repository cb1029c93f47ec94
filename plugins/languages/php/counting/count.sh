# sh count.sh COMMAND…: PHP follows links before it opens a file, which one to a descriptor does not survive; the shell opens it.
exec 9<>"$CODEALCHEMY_COUNTER_FILE"
exec "$@"
