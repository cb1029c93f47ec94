"""Steps a program line by line in gdb and reads every local at each stop. Prints stops per second.

usage: gdb --batch -q -nx -x gdb_step.py --args PROGRAM ARGUMENT
"""
import time

import gdb


def read_locals():
    frame = gdb.selected_frame()
    block = frame.block()
    values = {}
    while block is not None and not block.is_global and not block.is_static:
        for symbol in block:
            if (symbol.is_variable or symbol.is_argument) and symbol.name not in values:
                values[symbol.name] = str(symbol.value(frame))
        block = block.superblock
    return values


def inside():
    place = gdb.selected_frame().find_sal().symtab
    return place is not None and place.filename == program


gdb.execute("set pagination off")
gdb.execute("set print elements 32")
# Only the program's own functions are of interest; the standard library is passed over, as our tracers do.
for levels in range(1, 7):
    gdb.execute("skip -gfi /usr/include/" + "/".join("*" * levels))
gdb.execute("break main", to_string=True)
gdb.execute("run", to_string=True)
program = gdb.selected_frame().find_sal().symtab.filename
stops = 0
values = 0
start = time.perf_counter()
try:
    while True:
        values += len(read_locals())
        stops += 1
        gdb.execute("step", to_string=True)
        while not inside():
            gdb.execute("finish", to_string=True)
except (gdb.error, RuntimeError):
    pass
seconds = time.perf_counter() - start
gdb.write("RESULT %d %.3f %.0f\n" % (stops, seconds, stops / seconds))
