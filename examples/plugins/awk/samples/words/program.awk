# Counts words.
{
    for (i = 1; i <= NF; i++)
        count[$i]++
}
END {
    print count["tea"], length(count)
}
