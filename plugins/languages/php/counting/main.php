<?php
// Counts how often each line of a program runs, by calls put into its tokens and not by the tracer's instrumentation:
// php main.php PROGRAM ARGUMENTS… writes "LINE COUNT" lines to the descriptor 9 (count.sh).

require __DIR__ . '/parse.php';

function codealchemy_count(int $line): bool
{
    $GLOBALS['codealchemy_counts'][$line]++;
    return false;
}

(static function (): void {
    $program = realpath($GLOBALS['argv'][1]);
    $parser = new counting\Parser(file_get_contents($program));
    $text = $parser->rewrite();
    // The rewritten text stands elsewhere; what it says of its place must stay.
    $text = implode('', array_map(static fn($t) => match ($t->id) {
        T_FILE => var_export($program, true),
        T_DIR => var_export(dirname($program), true),
        default => $t->text,
    }, PhpToken::tokenize($text)));
    $counts = array_fill_keys(array_keys($parser->counted), 0);
    $GLOBALS['codealchemy_counts'] = &$counts;
    $unknown = $parser->unknown;
    $report = static function () use (&$counts, $unknown): void {
        $lines = $counts + array_fill_keys(array_keys($unknown), '-');
        ksort($lines);
        $found = '';
        foreach ($lines as $line => $count) {
            $found .= "$line $count\n";
        }
        $file = fopen('php://fd/9', 'w');
        fwrite($file, $found);
    };
    // Registered while functions of shutdown run, it comes after those of the program.
    register_shutdown_function(static fn() => register_shutdown_function($report));
    $GLOBALS['codealchemy_program'] = '/tmp/codealchemy-counted.php';
    file_put_contents($GLOBALS['codealchemy_program'], $text);
    $GLOBALS['argv'] = $_SERVER['argv'] = array_slice($GLOBALS['argv'], 1);
    $GLOBALS['argc'] = $_SERVER['argc'] = count($GLOBALS['argv']);
})();

require $codealchemy_program;
