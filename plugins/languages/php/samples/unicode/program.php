<?php
$greeting = "Grüße, 世界 🌍";
$größe = strlen($greeting);
$letters = preg_split('//u', 'né', -1, PREG_SPLIT_NO_EMPTY);
$map = ['schlüssel' => 'wert'];
echo $greeting, " ", $größe, " ", implode('-', $letters), " ", $map['schlüssel'], "\n";
