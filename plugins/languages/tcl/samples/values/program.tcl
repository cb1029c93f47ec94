set word "naïve 日本語"
set long [string repeat x 1000]
set big 123456789012345678901234567890
set real 1.5
set odd "a \{ b"
set lines "one\ttwo\nthree"
set bytes [binary format c2 {1 -1}]
set empty ""
puts "$word [string length $long] [expr {$big + 1}] $real $odd [string length $bytes]$empty"
