<?php

declare(strict_types=1);

/** A household ledger: reads "day;account;amount" lines and sums them up. */

const LIMIT = -5000;

class BadLine extends RuntimeException
{
}

/**
 * Splits one line of the ledger.
 *
 * @return array{int, string, int} day, account and amount in cents
 */
function parseLine(string $line, int $number): array
{
    $fields = explode(';', $line);
    if (count($fields) !== 3) {
        throw new BadLine("line $number has " . count($fields) . ' fields');
    }
    [$day, $account, $amount] = array_map('trim', $fields);
    if (!preg_match('/^-?\d+\.\d\d$/', $amount)) {
        throw new BadLine("line $number: '$amount' is no amount");
    }
    return [(int) $day, $account, (int) str_replace('.', '', $amount)];
}

function format(int $cents): string
{
    $sign = $cents < 0 ? '-' : '';
    $cents = abs($cents);
    return sprintf('%s%d.%02d', $sign, intdiv($cents, 100), $cents % 100);
}

$balances = [];
$number = 0;
while (($line = fgets(STDIN)) !== false) {
    $number++;
    $line = trim($line);
    if ($line === '' || $line[0] === '#') {
        continue;
    }
    [$day, $account, $amount] = parseLine($line, $number);
    $balances[$account] = ($balances[$account] ?? 0) + $amount;
    if ($balances[$account] < LIMIT) {
        echo "day $day: $account is down to ", format($balances[$account]), "\n";
    }
}
ksort($balances);
foreach ($balances as $account => $balance) {
    echo str_pad($account, 8), format($balance), "\n";
}
