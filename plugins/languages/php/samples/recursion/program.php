<?php
function factorial(int $n): int
{
    return $n <= 1 ? 1 : $n * factorial($n - 1);
}

function permutations(array $items, array $done = []): int
{
    if (!$items) {
        echo implode('', $done), "\n";
        return 1;
    }
    $count = 0;
    foreach ($items as $i => $item) {
        $rest = $items;
        unset($rest[$i]);
        $count += permutations($rest, [...$done, $item]);
    }
    return $count;
}

function depth(int $n): int
{
    return $n === 0 ? 0 : 1 + depth($n - 1);
}

echo factorial(5), " ", permutations(['a', 'b', 'c']), " ", depth(500), "\n";
