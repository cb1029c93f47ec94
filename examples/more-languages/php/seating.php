<?php

/** Seats groups of guests at tables, the largest groups first. */

final class Table
{
    /** @var string[] */
    private array $groups = [];
    private int $taken = 0;

    public function __construct(public readonly int $seats)
    {
    }

    public function free(): int
    {
        return $this->seats - $this->taken;
    }

    public function seat(string $group, int $size): void
    {
        $this->groups[] = $group;
        $this->taken += $size;
    }

    public function describe(): string
    {
        $names = $this->groups === [] ? 'nobody' : implode(', ', $this->groups);
        return "{$this->taken}/{$this->seats}: $names";
    }
}

/** The table with the fewest free seats that are enough, or null. */
function tightest(array $tables, int $size): ?Table
{
    $best = null;
    foreach ($tables as $table) {
        if ($table->free() < $size) {
            continue;
        }
        if ($best === null || $table->free() < $best->free()) {
            $best = $table;
        }
    }
    return $best;
}

function seatAll(array $tables, array $groups): array
{
    $waiting = [];
    arsort($groups);
    foreach ($groups as $name => $size) {
        $table = tightest($tables, $size);
        if ($table === null) {
            $waiting[] = $name;
        } else {
            $table->seat($name, $size);
        }
    }
    return $waiting;
}

$tables = [new Table(4), new Table(6), new Table(2)];
$waiting = seatAll($tables, ['Abel' => 2, 'Berg' => 5, 'Cruz' => 3, 'Dorn' => 4, 'Eich' => 1]);
foreach ($tables as $number => $table) {
    echo $number + 1, ' ', $table->describe(), "\n";
}
echo 'waiting: ', implode(', ', $waiting), "\n";
