<?php
namespace ca;

/** Places what the program writes and reads. */
final class Streams
{
    private const MOST = 32768;

    private static string $written = '';
    private static string $taken = '';
    private static int $read = 0;
    private static bool $reads = false;
    /** Whether there may be something to note. */
    public static bool $pending = false;

    public static function watch(): void
    {
        if (!Wire::$on) {
            return;
        }
        // No flags: the program can neither clean nor remove this buffer, and every write passes at once.
        \ob_start(static function (string $text): string {
            self::wrote($text);
            return $text;
        }, 1, 0);
        \stream_filter_register('ca.stdout', WrittenFilter::class);
        \stream_filter_register('ca.stdin', ReadFilter::class);
        \stream_filter_append(\STDOUT, 'ca.stdout', \STREAM_FILTER_WRITE);
        \stream_filter_append(\STDIN, 'ca.stdin', \STREAM_FILTER_READ);
    }

    public static function wrote(string $text): void
    {
        self::$written .= $text;
        self::$pending = true;
        if (\strlen(self::$written) > self::MOST || Wire::$direct) {
            self::flush();
        }
    }

    public static function took(string $text): void
    {
        self::$taken .= $text;
        self::$reads = self::$pending = true;
    }

    /** Before an event: what was written and read since the last one. */
    public static function note(): void
    {
        if (self::$written !== '') {
            self::flush();
        }
        if (self::$reads && \is_resource(\STDIN)) {
            $now = \ftell(\STDIN);
            if ($now > self::$read) {
                foreach (\str_split(\substr(self::$taken, 0, $now - self::$read), self::MOST) as $part) {
                    Wire::append("i\x1f0\x1f" . Wire::text($part));
                }
                self::$taken = \substr(self::$taken, $now - self::$read);
                self::$read = $now;
            }
        }
        self::$pending = self::$reads;
    }

    private static function flush(): void
    {
        if (Wire::$on) {
            foreach (self::$written === '' ? [] : \str_split(self::$written, self::MOST) as $part) {
                Wire::append("o\x1f1\x1f" . Wire::text($part));
            }
        }
        self::$written = '';
    }
}

/** Sees what goes to STDOUT past the output buffer. */
final class WrittenFilter extends \php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = \stream_bucket_make_writeable($in)) {
            Streams::wrote($bucket->data);
            $consumed += $bucket->datalen;
            \stream_bucket_append($out, $bucket);
        }
        return \PSFS_PASS_ON;
    }
}

/** Keeps what was read from STDIN until the program has taken it. */
final class ReadFilter extends \php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = \stream_bucket_make_writeable($in)) {
            Streams::took($bucket->data);
            $consumed += $bucket->datalen;
            \stream_bucket_append($out, $bucket);
        }
        return \PSFS_PASS_ON;
    }
}
