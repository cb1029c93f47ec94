# 51: ends by a signal; what was recorded stays.
# expect: agreed
# expect-line: 8
import os
import signal

x = 5
os.kill(os.getpid(), signal.SIGKILL)
