# One record per frame; its method is the local trace function.

class Frame:
    """One frame of the program: what was last shown of its variables."""

    __slots__ = (
        'thread', 'info', 'number', 'prefix', 'tags', 'held', 'ids', 'texts', 'snaps', 'seen', 'at', 'pending', 'pending_error',
        'head', 'last_line', 'handled')

    def __init__(self, thread, info):
        self.thread = thread
        self.info = info
        self.number = next(frame_numbers)
        self.prefix = str(self.number) + SEP
        self.tags = (SEP + 'f' + SEP + info.file if info.file else '') + thread.tag
        self.held = {}
        self.ids = {}
        self.texts = {}
        self.snaps = {}
        self.seen = -1
        self.at = 0
        self.pending = 0
        self.pending_error = ''
        self.head = 0
        self.last_line = 0
        self.handled = 0

    def on_enter(self, frame):
        if output:
            flush_output()
        self.pending = 0
        self.thread.unwinding = 0
        self.at = frame.f_lasti if frame.f_lasti > 0 else 0
        if self.info.name == '<module>' and not self.texts:
            for name, value in list(frame.f_globals.items()):
                if name in HIDDEN:
                    self.held[name] = value
                    self.texts[name] = ''
        changes = self.changes(frame)
        write('c' + SEP + self.prefix + str(self.thread.depth) + SEP + str(frame.f_lineno or 1) + SEP + self.info.name + changes + self.tags)

    def on_event(self, frame, event, arg):
        """The local trace function."""
        try:
            if event == 'line':
                self.on_line(frame)
            elif event == 'return':
                self.on_return(frame, arg)
            elif event == 'exception':
                self.on_exception(frame, arg)
        except Exception as error:
            self.thread.on_failure(error, frame)

    def on_line(self, frame):
        global clock
        if output:
            flush_output()
        effect = self.info.effects.get(self.at)
        if effect is None:
            effect = self.info.effect(self.at)
        if effect is IMPURE:
            clock += 1
        elif effect:
            held = self.held
            for name in effect:
                if name not in held:
                    clock += 1
                    break
        self.at = frame.f_lasti
        line = frame.f_lineno
        if not line:
            return  # an empty module has no line to run
        if self.pending:
            self.on_line_while_raising(frame, line)
        elif self.handled:
            self.on_line_after_catch(line)
        self.thread.unwinding = 0
        self.last_line = line
        write('l' + SEP + self.prefix + str(line) + self.changes(frame) + self.tags)

    def on_return(self, frame, arg):
        global clock
        clock += 1
        if output:
            flush_output()
        thread = self.thread
        thread.depth -= 1
        if thread.stack and thread.stack[-1] is self:
            thread.stack.pop()
        op = self.info.leaving_op(frame.f_lasti)
        left = op not in RETURN_OPS and (op not in YIELD_OPS or self.pending != 0)
        paused = not left and op not in RETURN_OPS
        if not left and self.pending and not paused:
            self.caught(self.head or self.last_line)
        changes = self.changes(frame)
        if left:
            thread.unwinding = self.pending or self.handled
            outcome = SEP + 'u'
        else:
            thread.unwinding = 0
            outcome = '' if self.info.name == '<module>' else value_item(arg)
        write('r' + SEP + self.prefix + str(frame.f_lineno or 1) + changes + outcome + self.tags)
        if not paused:
            for key in self.ids.values():
                release_alias(key)
            self.ids.clear()

    def on_exception(self, frame, arg):
        global spoiled_traceback
        of, value, traceback = arg
        if spoiled_traceback is not None:
            drop_refused_call(traceback, spoiled_traceback)
            spoiled_traceback = None
        key = id(value)
        thread = self.thread
        if value is None or not isinstance_c(value, BaseException):
            error = SEP + escape(kind_name(of)) + SEP
        else:
            error = exception_items(value, type_of(value))
        op = self.info.ops[frame.f_lasti] if frame.f_lasti >= 0 else -1
        swallowed = op in SWALLOW_OPS and (of is StopIteration or of is StopAsyncIteration)
        if thread.unwinding != key:
            if swallowed:
                return
            if output:
                flush_output()
            write('x' + SEP + self.prefix + str(frame.f_lineno or 1) + error + self.changes(frame) + self.tags)
        thread.unwinding = key
        self.pending = key
        self.pending_error = error
        self.head = 0
        self.last_line = frame.f_lineno
        if swallowed:
            self.caught(frame.f_lineno)

    def on_line_while_raising(self, frame, line):
        """Between a raise and its catch: decides whether the exception was caught, and where."""
        current = sys.exc_info()[1]
        bodies, heads = handlers_of(self.info.code.co_filename)
        if current is None or id(current) != self.pending:
            if self.info.ops[frame.f_lasti] != PUSH_EXC_INFO:
                self.caught(self.head or self.last_line)
        elif line in heads:
            self.head = line
        elif line in bodies:
            self.caught(self.head or bodies[line])

    def on_line_after_catch(self, line):
        """A bare raise tells no trace function; but an `except` line is reached only while its exception is looked at."""
        if line in handlers_of(self.info.code.co_filename)[1] and id(sys.exc_info()[1]) == self.handled:
            self.pending = self.handled
            self.head = line

    def caught(self, line):
        self.handled = self.pending
        self.pending = 0
        self.thread.unwinding = 0
        write('k' + SEP + self.prefix + str(line) + self.pending_error + self.tags)

    def changes(self, frame):
        """Items for what changed since the frame's last event."""
        variables = frame.f_locals
        if type_of(variables) is dict:
            pairs = variables.items()
        elif isinstance_c(variables, dict):
            pairs = list(dict_items(variables))
            variables = dict(pairs)
        elif type_name_of(type_of(variables)) == 'FrameLocalsProxy':
            variables = dict(variables)
            pairs = variables.items()
        else:
            return ''
        now = clock
        full = now != self.seen
        self.seen = now
        held = self.held
        get_held = held.get
        ids = self.ids
        get_id = ids.get
        out = ''
        try:
            for name, v in pairs:
                if get_held(name, MISSING) is v:
                    continue
                if not full and get_id(name) == id(v):
                    continue
                out += self.change(name, v)
        except RuntimeError:
            self.seen = -1
        texts = self.texts
        if len(texts) != len(variables):
            for name in [n for n in texts if n not in variables]:
                del texts[name]
                self.forget(name)
                if type(name) is str and name not in HIDDEN and name[:1] != '.':
                    out += SEP + '-' + name
        return out

    def forget(self, name):
        self.held.pop(name, None)
        self.snaps.pop(name, None)
        key = self.ids.pop(name, None)
        if key is not None:
            release_alias(key)

    def change(self, name, v):
        """The item for one variable, or '' when what is shown stays the same."""
        global was_cut
        of = type_of(v)
        known = kinds.get(id(of))
        if known is None:
            known = kind_of(of)
        if type_of(name) is not str or name in HIDDEN or name[:1] == '.':
            self.held[name] = v
            self.texts[name] = ''
            return ''
        if known.held:
            if name in self.ids or name in self.snaps:
                self.forget(name)
            self.held[name] = v
            was_cut = False
            text = show_safely(v, known)
            item = variable_item(name, known, text, v, 0)
        else:
            key = id(v)
            number = 0
            same = self.ids.get(name) == key
            if same:
                snap = self.snaps.get(name)
                if snap is not None and snap[0] is of and is_same(v, known.kind, snap):
                    return ''
            else:
                if name in self.held or name in self.ids:
                    self.forget(name)
                self.ids[name] = key
                if known.kind in ALIASED:
                    bind_alias(v, key)
                else:
                    self.ids[name] = key
            if known.kind in ALIASED:
                entry = aliases.get(key)
                number = entry.number if entry is not None else 0
            was_cut = False
            text = show_safely(v, known)
            item = variable_item(name, known, text, v, number)
            snap = snapshot(v, known, of)
            if snap is not None:
                self.snaps[name] = snap
            else:
                self.snaps.pop(name, None)
        if self.texts.get(name) == item:
            return ''
        self.texts[name] = item
        return item
