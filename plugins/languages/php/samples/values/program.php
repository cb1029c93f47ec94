<?php
$whole = PHP_INT_MAX;
$over = PHP_INT_MAX + 1;
$third = 1 / 3;
$sum = 0.1 + 0.2;
$odd = [INF, -INF, NAN, 2.0, -0.0];
$text = "quote ' and \\ backslash";
$control = "tab\t zero\0 line\n dollar $ bell\x07";
$bytes = "\xff\xfe";
$long = str_repeat("x", 1000);
$many = range(1, 100);
$deep = [[[[[1]]]]];
$mixed = [3 => 'three', 'key' => null, 'list' => [true, false]];
$file = fopen('php://memory', 'r+');
[$first, [, $second]] = [1, [2, 3]];
unset($first);
echo count($many), strlen($long), "\n";
