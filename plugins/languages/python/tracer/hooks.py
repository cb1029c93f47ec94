# The program's own use of trace functions.

real_settrace = sys.settrace
program_traces = {}


def settrace(function, /):
    key = _thread.get_ident()
    thread = threads.get(key)
    if thread is None or not recording:
        program_traces.pop(key, None)
        real_settrace(function)
    elif function is None:
        program_traces.pop(key, None)
        real_settrace(thread.on_call)
    else:
        program_traces[key] = function
        real_settrace(together(thread.on_call, function))


def gettrace():
    return program_traces.get(_thread.get_ident())


def together(ours, theirs):
    """Calls both trace functions, each with its own local one."""
    def on_call(frame, event, arg):
        if frame.f_code.co_filename is OWN_NAME:
            return None
        first = ours(frame, event, arg)
        second = theirs(frame, event, arg)
        if first is None:
            return second
        if second is None:
            return first

        def on_event(frame, event, arg):
            nonlocal second
            first(frame, event, arg)
            if second is not None:
                second = second(frame, event, arg)

        return on_event

    return on_call
