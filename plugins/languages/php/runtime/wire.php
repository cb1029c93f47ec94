<?php
namespace ca;

/** Writes records of the trace wire. They are gathered, since one system call for each would take most of the time. */
final class Wire
{
    public static bool $on = false;
    public static int $depth = 4;
    public static int $items = 32;
    public static int $characters = 256;
    public static bool $direct = false;

    private const GATHERED = 65536;

    /** @var resource|null */
    private static $file = null;
    private static string $waiting = '';
    private static int $events = 0;
    private static int $bytes = 0;
    private static int $mostEvents = 100000;
    private static int $mostBytes = 33554432;
    private static int $process = 0;

    public static function open(): void
    {
        $descriptor = \getenv('CODEALCHEMY_TRACE_FD');
        foreach (\explode(',', (string) \getenv('CODEALCHEMY_TRACE_LIMITS')) as $limit) {
            [$name, $value] = \explode('=', $limit) + [1 => '0'];
            match ($name) {
                'events' => self::$mostEvents = (int) $value,
                'bytes' => self::$mostBytes = (int) $value,
                'depth' => self::$depth = (int) $value,
                'items' => self::$items = (int) $value,
                'characters' => self::$characters = (int) $value,
                default => null,
            };
        }
        self::forget();
        self::$process = \getmypid();
        if ($descriptor !== false && $descriptor !== '') {
            self::$file = \fopen("php://fd/$descriptor", 'w');
            self::$on = self::$file !== false;
        }
    }

    /** A record of a kind with its fields; items are given as they stand on the wire. */
    public static function record(string $fields, string $items = ''): void
    {
        if (Streams::$pending) {
            Streams::note();
        }
        self::append($fields . $items);
    }

    public static function append(string $payload): void
    {
        $record = \strlen($payload) . ":$payload,";
        $stopped = self::$events === self::$mostEvents ? "8:z\x1fevents," : (self::$bytes + \strlen($record) > self::$mostBytes ? "7:z\x1fbytes," : null);
        if (!self::$on) {
            return;
        }
        self::$waiting .= $stopped ?? $record;
        self::$on = $stopped === null;
        self::$events++;
        self::$bytes += \strlen($record);
        if (self::$direct || !self::$on || \strlen(self::$waiting) > self::GATHERED) {
            self::flush();
        }
    }

    public static function flush(): void
    {
        if (self::$waiting !== '' && self::$process === \getmypid()) {
            \fwrite(self::$file, self::$waiting);
        }
        self::$waiting = '';
    }

    /** A text as it stands in a field. */
    public static function text(string $text): string
    {
        return \strpbrk($text, "\x1f\x10") === false ? $text : \strtr($text, ["\x1f" => "\x10\x5f", "\x10" => "\x10\x50"]);
    }

    private static function forget(): void
    {
        foreach (\array_keys(\getenv()) as $name) {
            if (\str_starts_with((string) $name, 'CODEALCHEMY_')) {
                \putenv($name);
                unset($_SERVER[$name], $_ENV[$name]);
            }
        }
    }
}
