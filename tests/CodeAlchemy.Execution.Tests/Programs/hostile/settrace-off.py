# 46: the program turns the hook off; it must neither succeed nor notice.
# expect: agreed
# expect-line: 9
import sys
import threading

sys.settrace(None)
threading.settrace(None)
after = 1
print(sys.gettrace(), after)
