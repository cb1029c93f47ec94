# The program's own recursion limit, with room for the tracer beyond it.

HEADROOM = 64  # frames the tracer itself may need below the program's deepest one
real_setrecursionlimit = sys.setrecursionlimit
program_limit = sys.getrecursionlimit()
depth_offset = 0
depth_gate = 0
probe_limit = 0


def measured_depth():
    try:
        real_setrecursionlimit(1)
    except RecursionError as error:
        return int(str(error).rpartition('depth ')[2].partition(':')[0])
    return 1


def measure_depth():
    """How much deeper the interpreter counts inside is_too_deep than in the program's frame that was just called."""
    global depth_offset
    depth_offset = measured_depth() - 3
    apply_limit(program_limit)


def apply_limit(limit):
    global program_limit, depth_gate, probe_limit
    program_limit = limit
    depth_gate = limit // 6 - 10
    probe_limit = limit + depth_offset + probe_slack(limit)
    real_setrecursionlimit(probe_limit + HEADROOM)


def probe_slack(limit):
    """Before 3.9 the interpreter refuses a limit that lies less than a mark above the depth, not less than the depth."""
    if sys.version_info >= (3, 9):
        return 0
    return 50 if limit > 200 else limit // 3


def is_too_deep():
    try:
        real_setrecursionlimit(probe_limit)
    except RecursionError:
        return True
    real_setrecursionlimit(probe_limit + HEADROOM)
    return False


def setrecursionlimit(limit, /):
    if type(limit) is not int:
        limit = limit.__index__()
    if limit < 1:
        raise ValueError('recursion limit must be greater or equal than 1')
    depth = measured_depth() - 2
    if depth >= limit:
        raise RecursionError('cannot set the recursion limit to %d at the recursion depth %d: the limit is too low' % (limit, depth))
    apply_limit(limit)


def getrecursionlimit():
    return program_limit
