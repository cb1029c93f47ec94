<?php
// What the insertions of queries/instrument.scm call. Loaded before the program (auto_prepend_file).
namespace ca;

require __DIR__ . '/runtime/values.php';
require __DIR__ . '/runtime/wire.php';
require __DIR__ . '/runtime/frames.php';
require __DIR__ . '/runtime/streams.php';

(static function (): void {
    // The interpreter has opened the instrumented text by now: under its name the program's own text stands again, so that one that
    // reads itself finds what it should.
    $program = (string) $_SERVER['argv'][0];
    $text = \preg_replace('~/\*<ca\*/.*?/\*ca>\*/~s', '', (string) \file_get_contents($program));
    $about = \stat($program);
    \unlink($program);
    \file_put_contents($program, $text);
    \chmod($program, $about['mode'] & 0777);
    \touch($program, $about['mtime']);
    Wire::open();
    Frames::begin();
    Streams::watch();
    \clearstatcache();
})();
