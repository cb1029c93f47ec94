# expect: output-limit
yes
