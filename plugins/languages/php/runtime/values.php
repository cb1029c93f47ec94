<?php
namespace ca;

/** Shows values as PHP would write them. Objects are read by their properties, so that no code of the program runs. */
final class Values
{
    private const MAPS = ['ArrayObject' => 1, 'ArrayIterator' => 1];
    /** Collections of the library that hold their elements where no property shows them; a copy of one can be gone through. */
    private const LISTS = [
        'SplStack' => 1, 'SplQueue' => 1, 'SplDoublyLinkedList' => 1, 'SplFixedArray' => 1, 'SplObjectStorage' => 1, 'SplMinHeap' => 1,
        'SplMaxHeap' => 1, 'SplPriorityQueue' => 1,
    ];
    private const MOST_COPIED = 1000;

    /** Numbers of objects as they were first shown. */
    private static ?\WeakMap $aliases = null;
    private static int $numbers = 0;
    /** @var array<int, true> Objects that are being shown. */
    private static array $path = [];

    /** The fields of a value on the wire: a mark and a name, type, text, and where needed alias and length. */
    public static function item(string $plain, string $rich, string $name, mixed $value, string $text): string
    {
        $alias = \is_object($value) && !$value instanceof \UnitEnum ? self::alias($value) : 0;
        $length = '';
        if (\strlen($text) > Wire::$characters) {
            [$text, $length] = self::cut($text, $value);
        } elseif (\is_array($value) && \count($value) > Wire::$items) {
            $length = \count($value);
        }
        $type = Wire::text(self::type($value));
        $text = Wire::text($text);
        return $alias === 0 && $length === '' ? "\x1f$plain$name\x1f$type\x1f$text" : "\x1f$rich$name\x1f$type\x1f$text\x1f" . ($alias ?: '') . "\x1f$length";
    }

    public static function type(mixed $value): string
    {
        $type = \get_debug_type($value);
        $end = \strpos($type, "\0");   // anonymous classes carry the file after it
        return $end === false ? $type : \substr($type, 0, $end);
    }

    public static function show(mixed $value): string
    {
        self::$path = [];
        return self::text($value, Wire::$depth);
    }

    private static function alias(object $object): int
    {
        self::$aliases ??= new \WeakMap();
        return self::$aliases[$object] ??= ++self::$numbers;
    }

    /** @return array{string, int|string} The text at its limit of characters, and what its full length was. */
    private static function cut(string $text, mixed $value): array
    {
        \preg_match('/^.{0,' . Wire::$characters . '}/us', $text, $match);
        if (($match[0] ?? '') === $text) {
            return [$text, ''];
        }
        $length = \is_string($value) ? \iconv_strlen(self::string($value, \PHP_INT_MAX)) : (\is_array($value) ? \count($value) : \iconv_strlen($text));
        return [($match[0] ?? \substr($text, 0, Wire::$characters)) . '…', $length === false ? \strlen($text) : $length];
    }

    private static function text(mixed $value, int $depth): string
    {
        return match (true) {
            \is_int($value) => (string) $value,
            \is_string($value) => self::string($value, 4 * Wire::$characters),
            \is_bool($value) => $value ? 'true' : 'false',
            $value === null => 'null',
            \is_float($value) => self::real($value),
            \is_array($value) => self::list($value, $depth, '[', ']', ' => ', self::isList($value)),
            \is_object($value) => self::object($value, $depth),
            default => \gettype($value) === 'resource' ? 'resource(' . \get_resource_type($value) . ')' : 'resource(closed)',
        };
    }

    private static function real(float $value): string
    {
        return \is_nan($value) ? 'NAN' : (\is_infinite($value) ? ($value > 0 ? 'INF' : '-INF') : \var_export($value, true));
    }

    private static function string(string $value, int $most): string
    {
        if (\strlen($value) > $most) {
            $value = \preg_replace('/[\xC0-\xFF][\x80-\xBF]*$/D', '', \substr($value, 0, $most));
        }
        if (!\preg_match('/[\x00-\x1f\x7f]/', $value) && \preg_match('//u', $value)) {
            return "'" . \strtr($value, ['\\' => '\\\\', "'" => "\\'"]) . "'";
        }
        $text = \strtr($value, ['\\' => '\\\\', '"' => '\\"', '$' => '\\$', "\n" => '\\n', "\r" => '\\r', "\t" => '\\t', "\e" => '\\e', "\0" => '\\0']);
        $whole = \preg_match('//u', $text) === 1;
        return '"' . \preg_replace_callback($whole ? '/[\x00-\x1f\x7f]/' : '/[\x00-\x1f\x7f-\xff]/', static fn($c) => \sprintf('\\x%02X', \ord($c[0])), $text) . '"';
    }

    /** By what is shown of it: going through all of a large array at every event would take too long. @param array<mixed> $values */
    private static function isList(array $values): bool
    {
        return \array_is_list(\count($values) > Wire::$items ? \array_slice($values, 0, Wire::$items, true) : $values);
    }

    /** @param array<mixed> $values */
    private static function list(array $values, int $depth, string $open, string $close, string $arrow, bool $bare): string
    {
        if ($values === []) {
            return $open . $close;
        }
        if ($depth <= 0) {
            return "{$open}…$close";
        }
        $parts = '';
        $left = Wire::$items;
        foreach ($values as $key => $value) {
            if ($left-- === 0 || \strlen($parts) > 4 * Wire::$characters) {
                return "$open$parts, …$close";
            }
            $name = $bare ? '' : (\is_int($key) || $arrow === ': ' ? $key : self::string($key, 4 * Wire::$characters)) . $arrow;
            $parts .= ($parts === '' ? '' : ', ') . $name . self::text($value, $depth - 1);
        }
        return $open . $parts . $close;
    }

    private static function object(object $object, int $depth): string
    {
        $class = self::type($object);
        if ($object instanceof \UnitEnum) {
            return "$class::{$object->name}";
        }
        if ($object instanceof \Closure) {
            return 'Closure';
        }
        $id = \spl_object_id($object);
        if (isset(self::$path[$id])) {
            return "$class {...}";
        }
        self::$path[$id] = true;
        $text = "$class " . match (true) {
            isset(self::MAPS[$class]) => self::list($object->getArrayCopy(), $depth, '[', ']', ' => ', self::isList($object->getArrayCopy())),
            isset(self::LISTS[$class]) => self::list(self::elements($object), $depth, '[', ']', ' => ', true),
            default => self::list(self::properties($object), $depth, '{', '}', ': ', false),
        };
        unset(self::$path[$id]);
        return $text;
    }

    /** @return list<mixed> */
    private static function elements(\Countable&\Traversable $collection): array
    {
        return \count($collection) > self::MOST_COPIED ? ['…'] : \iterator_to_array(clone $collection, false);
    }

    /** @return array<string, mixed> */
    private static function properties(object $object): array
    {
        if ($object instanceof \Throwable) {
            return ['message' => $object->getMessage()];
        }
        $found = [];
        foreach (\get_mangled_object_vars($object) as $name => $value) {
            $end = \strrpos((string) $name, "\0");   // private and protected names carry their class
            $found[$end === false ? $name : \substr($name, $end + 1)] = $value;
        }
        return $found;
    }
}
