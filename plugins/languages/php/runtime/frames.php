<?php
namespace ca;

/** One call of the program. */
final class Frame
{
    public int $number = 0;
    public int $line = 0;
    /** Line of the statement whose first condition comes next. */
    public int $entered = 0;
    public bool $open = false;
    public bool $unwound = false;
    public string $result = '';
    public ?object $self = null;
    /** @var array<string, mixed> What was shown last: scalars as they are, others as "\0" and their text. */
    public array $known = [];

    public function __construct(public string $name) {}
}

/** The open calls. One that was left without a word is found missing at the next event below it. */
final class Frames
{
    private const HIDDEN = [
        '__ca' => 1, '__ca_e' => 1, '__ca_c' => 1, 'this' => 1, 'GLOBALS' => 1, '_GET' => 1, '_POST' => 1, '_COOKIE' => 1, '_FILES' => 1, '_SERVER' => 1,
        '_ENV' => 1, '_REQUEST' => 1, '_SESSION' => 1,
    ];

    public static Frame $module;
    private static object $nothing;
    /** @var list<Frame> */
    public static array $stack = [];
    private static int $numbers = 0;
    private static ?\WeakReference $raised = null;
    /** Whether what was raised last has not been caught. */
    public static bool $flying = false;

    public static function begin(): void
    {
        self::$nothing = new \stdClass();
        self::$module = new Frame('<module>');
        if (Wire::$on) {
            self::push(self::$module, 1, '');
        }
        \register_shutdown_function(static fn() => self::end());
    }

    public static function push(Frame $frame, int $line, string $items): void
    {
        $frame->number = $frame->number ?: ++self::$numbers;
        $frame->line = $line;
        $frame->open = true;
        Wire::record("c\x1f$frame->number\x1f" . \count(self::$stack) . "\x1f$line\x1f" . Wire::text($frame->name), $items);
        self::$stack[] = $frame;
    }

    /** Takes off what lies above a frame. */
    public static function sync(Frame $frame): void
    {
        while (($top = \end(self::$stack)) !== $frame && $top) {
            self::leave($top, '', true);
        }
    }

    public static function leave(Frame $frame, string $items, bool $unwound): void
    {
        Wire::record("r\x1f$frame->number\x1f$frame->line", $items . ($unwound ? "\x1fu" : $frame->result));
        $frame->open = false;
        $frame->result = '';
        \array_pop(self::$stack);
    }

    /** @param array<string, mixed> $variables */
    public static function changes(Frame $frame, array $variables): string
    {
        $items = '';
        $seen = 0;
        if ($frame->self !== null) {
            $variables = ['this' => $frame->self] + $variables;
        }
        $main = $frame === self::$module;
        foreach ($variables as $name => $value) {
            if (isset(self::HIDDEN[$name]) && ($name !== 'this' || $frame->self === null) || $main && ($name === 'argv' || $name === 'argc')) {
                continue;
            }
            $seen++;
            // The quick way: what can't change by itself and is the same. Shown collections begin with a zero byte here.
            if (($frame->known[$name] ?? self::$nothing) === $value) {
                continue;
            }
            $shown = null;
            if (\is_array($value) || \is_object($value) || \is_resource($value)) {
                $shown = Values::show($value);
                $now = \is_object($value) ? "\0" . \spl_object_id($value) . " $shown" : "\0$shown";
            } else {
                $now = $value;
            }
            if (\array_key_exists($name, $frame->known) && ($frame->known[$name] === $now || \is_float($now) && \is_nan($now) && \is_float($frame->known[$name]) && \is_nan($frame->known[$name]))) {
                continue;
            }
            $frame->known[$name] = $now;
            $items .= Values::item('=', '~', '$' . $name, $value, $shown ?? Values::show($value));
        }
        return $seen === \count($frame->known) ? $items : $items . self::gone($frame, $variables);
    }

    public static function raise(Frame $frame, \Throwable $error): void
    {
        if (self::$raised?->get() === $error) {
            return;
        }
        self::$raised = \WeakReference::create($error);
        self::$flying = true;
        self::error('x', $frame, $error);
    }

    public static function error(string $kind, Frame $frame, ?\Throwable $error): void
    {
        Wire::record("$kind\x1f$frame->number\x1f$frame->line\x1f" . Wire::text($error === null ? 'Throwable' : Values::type($error))
            . "\x1f" . Wire::text($error === null ? '' : \substr($error->getMessage(), 0, 4096)));
    }

    /** @param array<string, mixed> $variables */
    private static function gone(Frame $frame, array $variables): string
    {
        $items = '';
        foreach (\array_diff_key($frame->known, $variables) as $name => $_) {
            $items .= "\x1f-\$$name";
            unset($frame->known[$name]);
        }
        return $items;
    }

    /** The program ended by exit or by an error that nobody caught: a fatal one tells only here. */
    private static function end(): void
    {
        $error = \error_get_last();
        if (self::$module->open && $error !== null && $error['type'] === \E_ERROR && !self::$flying
            && \preg_match('/^Uncaught ([\w\\\\]+)(?:: (.*?))? in .*:\d+$/ms', \strtok($error['message'], "\n"), $match)) {
            $frame = \end(self::$stack);
            Wire::record("x\x1f$frame->number\x1f$frame->line\x1f" . Wire::text($match[1]) . "\x1f" . Wire::text($match[2] ?? ''));
        }
        while (self::$stack !== []) {
            self::leave(\end(self::$stack), '', true);
        }
        Streams::note();
        Wire::$direct = true;
        Wire::flush();
    }
}

// The functions below stand in the program's text; their names are short because there are many of them.

/** A call. @param array<string, mixed> $variables */
function f(string $name, int $line, array $variables, ?object $self = null, int $arrow = 0): Frame
{
    $frame = new Frame($name);
    if (Wire::$on) {
        $frame->self = $self;
        $frame->line = $line;
        Frames::push($frame, $line, Frames::changes($frame, $variables));
        if ($arrow) {
            Wire::record("l\x1f$frame->number\x1f$line");
        }
    }
    return $frame;
}

/** A statement. @param array<string, mixed> $variables */
function s(?Frame $frame, int $line, array $variables): void
{
    if (!Wire::$on) {
        return;
    }
    $frame ??= Frames::$module;
    if (!$frame->open) {
        if ($frame->number === 0) {
            return;
        }
        Frames::push($frame, $line, '');
    }
    Frames::sync($frame);
    $frame->line = $frame->entered = $line;
    Wire::record("l\x1f$frame->number\x1f$line", Frames::changes($frame, $variables));
}

/** A condition: the first one belongs to the statement that began it. @param array<string, mixed> $variables */
function k(?Frame $frame, int $line, array $variables): bool
{
    $of = $frame ?? Frames::$module;
    if ($of->entered !== $line) {
        s($frame, $line, $variables);
    }
    $of->entered = 0;
    return true;
}

/** A returned value. */
function r(Frame $frame, mixed $value): mixed
{
    if (Wire::$on) {
        $frame->result = Values::item('>', '^', '', $value, Values::show($value));
    }
    return $value;
}

/** An exception leaves a function. */
function u(Frame $frame, \Throwable $error): \Throwable
{
    if (Wire::$on && $frame->open) {
        Frames::sync($frame);
        Frames::raise($frame, $error);
        $frame->unwound = true;
    }
    return $error;
}

/** The end of a function, however it is left. @param array<string, mixed> $variables */
function x(Frame $frame, array $variables): void
{
    if (Wire::$on && $frame->open) {
        Frames::sync($frame);
        Frames::leave($frame, $frame->unwound ? '' : Frames::changes($frame, $variables), $frame->unwound);
    }
}

/** What is thrown. */
function t(?Frame $frame, mixed $error): mixed
{
    $frame ??= Frames::$module;
    if (Wire::$on && $frame->open && $error instanceof \Throwable) {
        Frames::sync($frame);
        Frames::raise($frame, $error);
    }
    return $error;
}

/** A handler. @param list<\Throwable> $errors The variables of the handlers around this place; the last one is its own. */
function c(?Frame $frame, int $line, array $errors): void
{
    $frame ??= Frames::$module;
    if (Wire::$on && $frame->open) {
        $error = $errors === [] ? null : $errors[\count($errors) - 1];
        Frames::sync($frame);
        if ($error !== null) {
            Frames::raise($frame, $error);
        }
        $frame->line = $line;
        Frames::$flying = false;
        Frames::error('k', $frame, $error);
    }
}

/** An arrow function: its call and its value. */
function a(Frame $frame, mixed $value): mixed
{
    if (Wire::$on && $frame->open) {
        Frames::sync($frame);
        $frame->result = Values::item('>', '^', '', $value, Values::show($value));
        Frames::leave($frame, '', false);
    }
    return $value;
}

/** A generator's frame, before it yields. */
function g(): ?Frame
{
    return \end(Frames::$stack) ?: null;
}

/** A yielded value leaves the generator's frame until it is resumed. */
function y(mixed $value): mixed
{
    $frame = \end(Frames::$stack);
    if (Wire::$on && $frame) {
        $frame->result = Values::item('>', '^', '', $value, Values::show($value));
        Frames::leave($frame, '', false);
    }
    return $value;
}

/** A generator goes on with what was sent to it. */
function w(?Frame $frame, mixed $sent): mixed
{
    if (Wire::$on && $frame !== null && !$frame->open) {
        Frames::push($frame, $frame->line, '');
    }
    return $sent;
}

/** The end of the file. @param array<string, mixed> $variables */
function done(array $variables): void
{
    if (Wire::$on && Frames::$module->open) {
        Frames::sync(Frames::$module);
        Frames::leave(Frames::$module, Frames::changes(Frames::$module, $variables), false);
    }
}
