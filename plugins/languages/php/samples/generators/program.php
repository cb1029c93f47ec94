<?php
function countdown(int $n)
{
    try {
        while ($n > 0) {
            $sent = yield $n;
            if ($sent) {
                $n = $sent;
            } else {
                $n--;
            }
        }
        return "done";
    } finally {
        echo "finished\n";
    }
}

function pairs()
{
    yield 'a' => 1;
    $result = yield from countdown(1);
    yield 'b' => $result;
    yield;
}

$g = countdown(5);
$first = $g->current();
$jumped = $g->send(2);
$g = null;
foreach (pairs() as $key => $value) {
    echo $key, '=', $value, "\n";
}
