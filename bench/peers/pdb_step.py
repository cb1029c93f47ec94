"""Drives pdb by commands through a pipe, as a person would: step, and print the locals, at every stop. The commands are sent
ahead, so that pdb never waits for them. Prints stops per second.

usage: python3 pdb_step.py PROGRAM FUNCTION ARGUMENT
"""
import subprocess
import sys
import threading
import time

AHEAD = 200

program, function, argument = sys.argv[1:]
pdb = subprocess.Popen([sys.executable, "-m", "pdb", program, argument], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
room = threading.Semaphore(AHEAD)


def drive():
    pdb.stdin.write(b"break %s\ncontinue\n" % function.encode())
    try:
        while True:
            room.acquire()
            pdb.stdin.write(b"p locals()\nstep\n")
            pdb.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass


threading.Thread(target=drive, daemon=True).start()
stops = -1   # the first is the start of the file, before the function is reached
start = time.perf_counter()
for line in pdb.stdout:
    if b"The program finished" in line:
        break
    if b"> /" in line:
        stops += 1
        if stops == 0:
            start = time.perf_counter()
        room.release()
seconds = time.perf_counter() - start
pdb.kill()
print("RESULT %d %.3f %.0f" % (stops, seconds, stops / seconds))
