<?php
$x = 1;
$total = 10;

function f($x)
{
    global $total;
    static $calls = 0;
    $calls++;
    $x = $x * 2;
    $total += $x;
    $inner = function ($x) use ($calls) {
        return $x + $calls;
    };
    return $inner($x);
}

echo f(5), f(6), $x, $total, "\n";
foreach ([7, 8] as $x) {
    $name = "v$x";
    $$name = $x;
}
unset($x);
