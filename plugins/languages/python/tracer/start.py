# Reads the environment and begins.


def begin():
    global max_depth, max_items, max_characters, events_left, bytes_left
    descriptor = os.environ.get('CODEALCHEMY_TRACE_FD')
    if descriptor is None:
        return
    read_limits(os.environ.get('CODEALCHEMY_TRACE_LIMITS', ''))
    max_depth, max_items, max_characters = limits['depth'], limits['items'], limits['characters']
    events_left, bytes_left = limits['events'], limits['bytes']
    open_wire(int(descriptor))
    add_known_kinds()
    os.register_at_fork(after_in_child=after_fork_in_child)
    thread = Thread()
    threads[_thread.get_ident()] = thread
    sys.settrace, sys.gettrace = settrace, gettrace
    sys.setrecursionlimit, sys.getrecursionlimit = setrecursionlimit, getrecursionlimit
    real_settrace(thread.on_call)


loaded_here = ('mmap', 'opcode', '_opcode', '_opcode_metadata')
begin()
