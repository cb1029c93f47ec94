<?php
register_shutdown_function(function () {
    echo "shutting down\n";
});

function stop(int $code): never
{
    try {
        exit($code);
    } finally {
        echo "never written\n";
    }
}

ob_start();
echo "buffered";
$text = ob_get_clean();
echo strtoupper($text), "\n";
stop(3);
