<?php
// php -n prepare.php TARGET writes the settings of every run: the system's own folder of settings is not there in the sandbox.
const WANTED = ['ctype', 'iconv', 'tokenizer', 'mbstring', 'calendar', 'bcmath', 'gmp', 'intl', 'posix', 'readline', 'fileinfo'];

$lines = ['display_errors=stderr', 'log_errors=0', 'error_reporting=-1', 'zend.assertions=1', 'memory_limit=-1'];
foreach (WANTED as $extension) {
    if (is_file(ini_get('extension_dir') . "/$extension.so")) {
        $lines[] = "extension=$extension";
    }
}
file_put_contents($argv[1], implode("\n", $lines) . "\n");
