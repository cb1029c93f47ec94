// Ends with a status of its own, from inside of a call.
def leave(int code) {
    println 'leaving'
    System.exit(code)
}

try {
    leave(3)
} finally {
    println 'never'
}
