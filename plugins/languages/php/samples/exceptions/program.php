<?php
class Refused extends Exception
{
}

function inner(int $n): int
{
    if ($n > 1) {
        throw new Refused("too much");
    }
    return $n;
}

function middle(int $n): int
{
    try {
        return inner($n);
    } finally {
        $n = 0;
        echo "finally\n";
    }
}

function outer(int $n): int
{
    try {
        return middle($n);
    } catch (LogicException) {
        return -2;
    } catch (Refused $refusal) {
        $note = $refusal->getMessage();
        return -1;
    }
}

echo outer(1), outer(2), "\n";
try {
    intdiv(1, 0);
} catch (DivisionByZeroError $e) {
    $kind = get_class($e);
}
try {
    try {
        inner(5);
    } catch (Refused $e) {
        throw new RuntimeException("wrapped", 3, $e);
    }
} catch (RuntimeException) {
    echo "again\n";
}
echo strlen([]);
