<?php
class Node
{
    public ?Node $next = null;

    public function __construct(public readonly string $name)
    {
    }

    public function __toString(): string
    {
        echo "must not run\n";
        return $this->name;
    }

    public function __get(string $name): mixed
    {
        echo "must not run\n";
        return null;
    }
}

$a = new Node('a');
$b = new Node('b');
$alias = $a;
$a->next = $b;
$b->next = $a;
$list = [1, 2];
$copy = $list;
$copy[] = 3;
$same = &$list;
$same[] = 4;
$pair = [$a, $a];
echo count($list), count($copy), "\n";
