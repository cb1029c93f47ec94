"""Steps a program line by line with bdb and shows every local at each line. Prints stops per second.

usage: python3 bdb_step.py PROGRAM ARGUMENT
"""
import bdb
import reprlib
import sys
import time


class Stepper(bdb.Bdb):
    def __init__(self, name):
        super().__init__(skip=["bdb", "encodings*", "codecs", "abc"])
        self.name = name
        self.stops = 0
        self.values = 0

    def look(self, frame):
        if frame.f_code.co_filename == self.name:
            self.stops += 1
            for value in frame.f_locals.values():
                self.values += len(reprlib.repr(value))
        self.set_step()

    def user_call(self, frame, arguments):
        self.look(frame)

    def user_line(self, frame):
        self.look(frame)

    def user_return(self, frame, value):
        self.look(frame)

    def user_exception(self, frame, info):
        self.look(frame)


name = sys.argv[1]
sys.argv = sys.argv[1:]
with open(name, encoding="utf-8") as file:
    code = compile(file.read(), name, "exec")
stepper = Stepper(name)
start = time.perf_counter()
stepper.run(code, {"__name__": "__main__"})
seconds = time.perf_counter() - start
print("RESULT %d %.3f %.0f" % (stepper.stops, seconds, stepper.stops / seconds))
