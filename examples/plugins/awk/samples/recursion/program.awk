function factorial(n) {
    if (n <= 1) return 1
    return n * factorial(n - 1)
}

function fill(list,    i) {
    for (i = 1; i <= 2; i++) list[i] = i / 4
}

BEGIN {
    print factorial(2)
    fill(quarters)
    printf("%s;", quarters[2])
}
