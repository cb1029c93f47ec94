<?php
function classify(int $n): string
{
    if ($n % 15 == 0) {
        return "both";
    } elseif ($n % 3 == 0) {
        return "fizz";
    } else if ($n % 5 == 0)
        return "buzz";
    return (string) $n;
}

for ($n = 3; $n <= 15; $n += 6) {
    echo classify($n), "\n";
}
$i = 0;
while (true) {
    $i++;
    if ($i == 2) continue;
    if ($i > 3) break;
    echo "i=$i\n";
}
do {
    $i = intdiv($i, 2);
} while ($i > 0);
foreach (['a' => 1, 'b' => 2] as $key => $value):
    switch ($value) {
        case 1:
            echo "$key one\n";
            break;
        default:
            echo "$key more\n";
    }
endforeach;
echo match (true) {
    $i < 0 => "less",
    $i === 0 => "zero",
    default => "more",
}, "\n";
