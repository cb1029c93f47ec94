<?php
function mix($state, $value)
{
    $state = ($state * 31 + $value) % 1000003;
    return $state;
}

function label($number)
{
    $text = "item";
    $digit = $number % 10;
    $text = $text . $digit;
    return $text;
}

function work($rounds)
{
    $slots = [0, 0, 0, 0, 0, 0, 0, 0];
    $counts = [];
    $state = 7;
    $best = 0;
    for ($i = 0; $i < $rounds; $i++) {
        $state = mix($state, $i);
        $slot = $state % 8;
        $slots[$slot] = $slots[$slot] + 1;
        $name = label($state);
        $counts[$name] = ($counts[$name] ?? 0) + 1;
        if ($state > $best) {
            $best = $state;
        }
    }
    return $best + $slots[0] + ($counts["item3"] ?? 0);
}

echo work((int) $argv[1]), "\n";
