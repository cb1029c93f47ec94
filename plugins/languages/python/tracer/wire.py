"""Traces a Python program with sys.settrace and writes the records of docs/trace-wire.md.

Loaded as `sitecustomize` before the program starts, so that the interpreter itself runs the program: no frame of the
tracer lies below the program's, and exit status, tracebacks, `__main__`, atexit and recursion depth are the
interpreter's own doing. Works on Python 3.8 and newer. The files of this folder are parts of one module, put together by prepare.py:
shared state as globals of one module is what makes the hooks fast.
"""

import sys
import os
import mmap
import _thread
import _weakref
from itertools import count
from _operator import is_
from opcode import opmap

SEP = '\x1f'
MISSING = object()
type_of = type


limits = {'events': 100000, 'bytes': 32 << 20, 'depth': 4, 'items': 32, 'characters': 256}


def read_limits(text):
    for part in text.split(','):
        name, _, number = part.partition('=')
        if name in limits and number.isdigit():
            limits[name] = int(number)


def open_wire(descriptor):
    """Maps the trace file. Mapped bytes survive os._exit, exec and any signal; the program sees no descriptor."""
    global wire
    size = limits['bytes'] + 4096
    os.ftruncate(descriptor, size)
    # The map keeps a descriptor of its own: it must not take one of the low numbers, which the program gets untraced.
    low = [os.dup(descriptor)]
    while low[-1] < 63:
        low.append(os.dup(descriptor))
    wire = mmap.mmap(descriptor, size)
    for number in low + [descriptor]:
        os.close(number)


wire = None
events_left = 0
bytes_left = 0
recording = False


def write(payload):
    """Writes one record; at a limit it writes the last one and stops."""
    global events_left, bytes_left
    data = payload.encode('utf-8', 'backslashreplace')
    size = len(data) + 9
    if events_left <= 0 or bytes_left < size:
        stop('events' if events_left <= 0 else 'bytes')
        return
    events_left -= 1
    bytes_left -= size
    wire.write(b'%d:%b,' % (len(data), data))


def stop(limit):
    global recording
    if recording:
        recording = False
        payload = b'z\x1f' + limit.encode()
        wire.write(b'%d:%b,' % (len(payload), payload))
        unhook_streams()
    real_settrace(None)


def break_off(of):
    """The tracer failed: a record that no reader takes makes the host refuse the trace."""
    global recording
    recording = False
    payload = b'?' + type_name_of(of).encode()
    wire.write(b'%d:%b,' % (len(payload), payload))
    unhook_streams()
    real_settrace(None)


def escape(text):
    if '\x1f' in text or '\x10' in text:
        text = text.replace('\x10', '\x10\x50').replace('\x1f', '\x10\x5f')
    return text
