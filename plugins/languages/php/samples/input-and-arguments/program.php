<?php
echo "name? ";
$name = trim(fgets(STDIN));
$rest = [];
while (($line = fgets(STDIN)) !== false) {
    $rest[] = rtrim($line);
}
printf("%s %s %s\n", $name, json_encode($rest), implode(',', array_slice($argv, 1)));
fwrite(STDOUT, "written past the buffer\n");
fwrite(STDERR, "noted\n");
exit(count($rest));
