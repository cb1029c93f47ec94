# expect: process-limit
bomb() { bomb & bomb & wait; }
bomb
