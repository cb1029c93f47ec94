# One record per thread; its method is the global trace function.

thread_numbers = count(1)
frame_numbers = count(1)
threads = {}
clock = 0
HIDDEN = frozenset((
    '__name__', '__doc__', '__package__', '__loader__', '__spec__', '__annotations__', '__builtins__', '__file__', '__cached__',
    '__module__', '__qualname__', '__classcell__', '__firstlineno__', '__static_attributes__', '__conditional_annotations__',
    '__annotate__', '__annotate_func__', '__class__', '__classdict__', '__type_params__', '.type_params',
))


class Thread:
    """One thread of the program: its number, how deep its traced frames are nested, what is unwinding in it."""

    __slots__ = ('number', 'tag', 'depth', 'stack', 'unwinding', 'calls', 'lost')

    def __init__(self):
        self.number = next(thread_numbers)
        self.tag = '' if self.number == 1 else SEP + 'h' + SEP + str(self.number)
        self.depth = 0
        self.stack = []
        self.unwinding = 0
        self.calls = 0
        self.lost = None

    def on_call(self, frame, event, arg):
        """The global trace function: every call of a Python function in this thread comes here."""
        global clock
        clock += 1
        code = frame.f_code
        file = files.get(code.co_filename, MISSING)
        if file is MISSING:
            file = classify_file(frame)
        if file is None:
            return self.foreign_call(frame, code)
        if not recording:
            real_settrace(None)
            return None
        trace = frame.f_trace
        if trace is not None and type(trace) is BoundMethod and type(trace.__self__) is Frame:
            state = trace.__self__
            state.thread = self
        else:
            if self.depth > depth_gate and is_too_deep():
                self.refuse_call(frame)
            state = Frame(self, info_of(code, file))
            trace = state.on_event
        self.stack.append(state)
        try:
            state.on_enter(frame)
        except Exception as error:
            self.on_failure(error, None)
        self.depth += 1
        return trace

    def on_failure(self, error, frame):
        """An exception inside the tracer: a signal handler's goes to the program, the tracer's own spoils the trace."""
        at = error.__traceback__
        while at is not None:
            if at.tb_frame.f_code.co_filename != OWN_NAME:
                self.lost = frame
                sys.setprofile(self.revive)
                raise error
            at = at.tb_next
        break_off(type(error))

    def foreign_call(self, frame, code):
        if code.co_filename is OWN_NAME:
            return None
        self.calls += 1
        if not self.calls & 15 and probe_limit and is_too_deep():
            raise RecursionError('maximum recursion depth exceeded')
        if code.co_name == 'start' and code.co_filename == threading_file:
            before_thread_start(frame)
        return None

    def refuse_call(self, frame):
        """Ends a call that goes deeper than the program's own recursion limit, as the interpreter would."""
        global spoiled_traceback
        error = RecursionError('maximum recursion depth exceeded')
        if self.stack:
            caller = self.stack[-1]
            back = frame.f_back
            if back is not None and back.f_code is caller.info.code:
                caller.pending = id(error)
                caller.pending_error = SEP + 'RecursionError' + SEP + 'maximum recursion depth exceeded'
                caller.head = 0
                flush_output()
                write('x' + SEP + caller.prefix + str(back.f_lineno) + caller.pending_error + caller.tags)
                self.unwinding = id(error)
        spoiled_traceback = frame
        sys.setprofile(self.revive)
        raise error

    def revive(self, frame, event, arg):
        """A trace function that raises is switched off by the interpreter; the next profile event switches it on again."""
        sys.setprofile(None)
        real_settrace(self.on_call)
        if self.lost is not None:
            self.lost.f_trace = self.stack[-1].on_event if self.stack else None
            self.lost = None
        trace = frame.f_trace
        if event == 'return' and type(trace) is BoundMethod and type(trace.__self__) is Frame:
            trace(frame, 'return', arg)
