# Output and input, placed in time without replacing what the program sees.

output = []
output_to = 0
hooked = []
in_text_layer = 0


def flush_output():
    """Writes what was printed since the last event as one record."""
    global output
    if output and recording:
        parts, output = output, []
        write_chunk('o', output_to, b''.join(parts))


def write_chunk(kind, descriptor, data):
    data = data.replace(b'\x10', b'\x10\x50').replace(b'\x1f', b'\x10\x5f')
    if events_left <= 0 or bytes_left < len(data) + 32:
        return write(kind)
    raw_write(b'%b\x1f%d\x1f%b' % (kind.encode(), descriptor, data))


def raw_write(data):
    global events_left, bytes_left
    events_left -= 1
    bytes_left -= len(data) + 9
    wire.write(b'%d:%b,' % (len(data), data))


def printed(descriptor, data):
    global output_to
    if not recording:
        return
    if output and output_to != descriptor:
        flush_output()
    output_to = descriptor
    output.append(data)


def hook_output(stream, descriptor):
    """Instance attributes shadow the write methods: the objects, their types and their buffering stay what they are."""
    if type_name_of(type(stream)) != 'TextIOWrapper':
        return
    buffer = stream.buffer
    text_write, buffer_write = stream.write, buffer.write
    waiting = 0

    def write(s, /):
        nonlocal waiting
        if type(s) is str:
            data = s.encode(stream.encoding, stream.errors)
            waiting += len(data)
            try:
                done = text_write(s)
            except BaseException:
                waiting -= len(data)
                raise
            printed(descriptor, data)
            return done
        return text_write(s)

    def write_bytes(b, /):
        nonlocal waiting
        if waiting and type(b) is bytes and len(b) == waiting:
            waiting = 0
            return buffer_write(b)
        done = buffer_write(b)
        printed(descriptor, bytes(memoryview(b).cast('B')[:done]))
        return done

    stream.write = write
    buffer.write = write_bytes
    hooked.append((stream, buffer))


def unhook_streams():
    for stream, buffer in hooked:
        for holder in (stream, buffer):
            try:
                del holder.write
            except AttributeError:
                pass


def read_input(data):
    if recording and data:
        flush_output()
        if type(data) is str:
            data = data.encode('utf-8', 'surrogateescape')
        write_chunk('i', 0, bytes(data))


def hook_input():
    """Stands in a wrapper over the same buffer for sys.stdin, because iteration can't be shadowed on the instance."""
    import _io
    old = sys.stdin
    if type(old) is not _io.TextIOWrapper:
        return
    encoding, errors, line_buffering = old.encoding, old.errors, old.line_buffering
    buffer = old.detach()

    class TextIOWrapper(_io.TextIOWrapper):
        __module__ = '_io'
        __slots__ = ()

        def readline(self, *args):
            global in_text_layer
            in_text_layer += 1
            try:
                data = base_readline(self, *args)
            finally:
                in_text_layer -= 1
            read_input(data)
            return data

        def read(self, *args):
            global in_text_layer
            in_text_layer += 1
            try:
                data = base_read(self, *args)
            finally:
                in_text_layer -= 1
            read_input(data)
            return data

    base_readline, base_read = _io.TextIOWrapper.readline, _io.TextIOWrapper.read
    stream = TextIOWrapper(buffer, encoding=encoding, errors=errors, line_buffering=line_buffering)
    stream.mode = 'r'
    sys.stdin = sys.__stdin__ = stream
    for name in ('read', 'readline', 'read1'):
        setattr(buffer, name, counted(getattr(buffer, name)))


def counted(method):
    def read(*args):
        data = method(*args)
        if not in_text_layer:
            read_input(data)
        return data
    return read


def hook_streams():
    for stream, descriptor in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream is not None:
            hook_output(stream, descriptor)
    if sys.stdin is not None:
        hook_input()


def after_fork_in_child():
    global recording
    recording = False
    unhook_streams()
    real_settrace(None)
