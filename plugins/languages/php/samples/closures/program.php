<?php
function counter(int $step): Closure
{
    $count = 0;
    return function () use (&$count, $step) {
        $count += $step;
        return $count;
    };
}

$byTwo = counter(2);
$byTwo();
echo $byTwo(), "\n";
$double = fn(int $x) => $x * 2;
$compose = fn(callable ...$fs) => fn($x) => array_reduce($fs, fn($value, $f) => $f($value), $x);
echo implode(',', array_map($compose($double, 'abs'), [1, -2])), "\n";
$words = ['pear', 'fig', 'apple'];
usort($words, fn($a, $b) => strlen($a) <=> strlen($b));
$length = strlen(...);
function &slot(array &$values, string $key)
{
    return $values[$key];
}
$values = ['x' => 1];
$reference = &slot($values, 'x');
$reference = 5;
echo $values['x'], $length('four'), $words[0], "\n";
