<?php
// Counts words.
use App\Tools\Reader;

/** Counts. */
class Counter
{
    private array $seen = [];

    /** Counts one word. */
    public function add(string $word): int
    {
        return $this->seen[$word] = ($this->seen[$word] ?? 0) + 1;
    }
}

function twice(int $n): int
{
    return $n * 2; # doubled
}

echo twice(2), "\n";
