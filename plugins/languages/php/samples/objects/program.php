<?php
declare(strict_types=1);

namespace Shop;

interface Priced
{
    public function price(): float;
}

trait Counts
{
    private static int $made = 0;

    public static function made(): int
    {
        return self::$made;
    }
}

enum Size: string
{
    case Small = 's';
    case Large = 'l';

    public function factor(): int
    {
        return $this === self::Large ? 2 : 1;
    }
}

abstract class Item implements Priced
{
    use Counts;

    public function __construct(protected string $name, private float $base = 1.5)
    {
        self::$made++;
    }

    public function price(): float
    {
        return $this->base;
    }

    public function __destruct()
    {
        echo "gone: {$this->name}\n";
    }
}

final class Cup extends Item
{
    public function __construct(private Size $size)
    {
        parent::__construct('cup');
    }

    public function price(): float
    {
        return parent::price() * $this->size->factor();
    }
}

$cup = new Cup(Size::Large);
$price = $cup->price();
$cup = null;
$plain = new class {
    public int $n = 1;
};
$stack = new \SplStack();
$stack->push(1);
$stack->push('two');
echo $price, ' ', Item::made(), ' ', $plain->n, "\n";
