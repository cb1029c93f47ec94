BEGIN { FS = "," }
/^#/ { next }
$2 > 10
NR == 2, NR == 3 {
    $2 = $2 * 2
    print
}
