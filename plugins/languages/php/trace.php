<?php
// What the insertions of queries/instrument.scm call. Loaded before the program (auto_prepend_file).
namespace ca;

require __DIR__ . '/runtime/values.php';
require __DIR__ . '/runtime/wire.php';
require __DIR__ . '/runtime/frames.php';
require __DIR__ . '/runtime/streams.php';

(static function (): void {
    $program = (string) $_SERVER['argv'][0];
    $kept = '/tmp/.codealchemy-program';
    // The interpreter has opened the instrumented text by now; its name goes back to the program.
    $time = \filemtime($kept);
    \unlink($program);
    \copy($kept, $program);
    \chmod($program, \fileperms($kept) & 0777);
    \touch($program, $time);
    \unlink($kept);
    Wire::open();
    Frames::begin();
    Streams::watch();
    \clearstatcache();
})();
