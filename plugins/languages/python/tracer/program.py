# Which files are the program's, and what happens when its first frame and its threads start.

files = {}
main_file = None
work_folder = None
threading_file = None
spoiled_traceback = None
OWN_NAME = write.__code__.co_filename


def classify_file(frame):
    """None: not the program's. '': the main file. Else the path from the main file's folder."""
    global threading_file
    filename = frame.f_code.co_filename
    if main_file is None:
        if frame.f_code.co_name == '<module>' and frame.f_back is None and frame.f_globals.get('__name__') == '__main__':
            start_program(frame)
            return files[filename]
        return None
    kind = None
    if filename.startswith(work_folder) and len(filename) > len(work_folder):
        kind = filename[len(work_folder):]
    elif frame.f_globals.get('__name__') == 'threading' and frame.f_code.co_name != '<lambda>':
        threading_file = filename
    files[filename] = kind
    return kind


def start_program(frame):
    """The program's first frame: from here on it must find nothing of the tracer."""
    global main_file, work_folder, recording
    main_file = frame.f_code.co_filename
    work_folder = os.path.dirname(os.path.abspath(main_file)) + '/'
    files[main_file] = ''
    files[OWN_NAME] = None
    recording = True
    measure_depth()
    hide()
    hook_streams()


def hide():
    for name in loaded_here:
        sys.modules.pop(name, None)
    sys.modules.pop('sitecustomize', None)
    folder = os.environ.pop('PYTHONPATH', None)
    for name in [n for n in os.environ if n.startswith('CODEALCHEMY_')]:
        del os.environ[name]
    for entry in (folder or '').split(':'):
        if entry in sys.path:
            sys.path.remove(entry)
        sys.path_importer_cache.pop(entry, None)
    try:
        import sitecustomize  # the machine's own, which this one stood in for
    except ImportError:
        pass


def before_thread_start(frame):
    """threading.Thread.start was called: threads begun by it are traced from their first frame."""
    module = frame.f_globals
    if '_trace_hook' in module:
        module['_trace_hook'] = on_new_thread
        if program_interval is None:
            begin_patience()


program_interval = None
real_setswitchinterval = sys.setswitchinterval


def begin_patience():
    """Threads switch less often, so that short ones run one after the other in every repeat; the program reads its own value."""
    global program_interval
    program_interval = sys.getswitchinterval()
    real_setswitchinterval(0.1)

    def setswitchinterval(interval, /):
        global program_interval
        real_setswitchinterval(interval)
        program_interval = sys_getswitchinterval()

    def getswitchinterval():
        return program_interval

    sys_getswitchinterval = sys.getswitchinterval
    sys.setswitchinterval, sys.getswitchinterval = setswitchinterval, getswitchinterval


def on_new_thread(frame, event, arg):
    """First call in a new thread: gives it its number and a global trace function of its own."""
    if not recording:
        real_settrace(None)
        return None
    thread = Thread()
    threads[_thread.get_ident()] = thread
    flush_output()
    write('t' + SEP + str(thread.number) + SEP + 'start')
    real_settrace(thread.on_call)
    local = thread.on_call(frame, event, arg)

    def on_root(frame, event, arg):
        if local is not None:
            local(frame, event, arg)
        if event == 'return':
            write('t' + SEP + str(thread.number) + SEP + 'end')
        return None

    if local is None:
        frame.f_trace_lines = False
    return on_root
