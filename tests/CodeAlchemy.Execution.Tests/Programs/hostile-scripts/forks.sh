# expect: process-limit
# wall: 5
bomb() { bomb & bomb & wait; }
bomb
