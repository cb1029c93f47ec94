"""Measures the language server as an editor sees it, over a real process. usage: measure.py COMMAND… ; prints a table."""
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time


class Client:
    """Speaks to one server. Replies are waited for one at a time."""

    def __init__(self, command):
        self.begun = time.perf_counter()
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1 << 20)
        self.last = 0
        self.replies = {}
        self.notes = []
        self.arrived = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        stream = self.server.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()):
                name, _, value = line.partition(b':')
                length = int(value) if name.lower() == b'content-length' else length
            if not length:
                return
            body = stream.read(length)
            # Whole here; how long this client takes to understand it is not the server's time.
            came = time.perf_counter()
            message = json.loads(body)
            with self.arrived:
                if 'method' in message:
                    self.notes.append(message)
                else:
                    self.replies[message['id']] = (came, message)
                self.arrived.notify_all()

    def send(self, message):
        body = json.dumps({'jsonrpc': '2.0', **message}).encode()
        self.server.stdin.write(b'Content-Length: %d\r\n\r\n%s' % (len(body), body))
        self.server.stdin.flush()

    def tell(self, method, params):
        self.send({'method': method, 'params': params})

    def begin(self, method, params):
        self.last += 1
        self.send({'id': self.last, 'method': method, 'params': params})
        return self.last

    def wait(self, request):
        with self.arrived:
            self.arrived.wait_for(lambda: request in self.replies, 120)
            return self.replies.pop(request)

    def ask(self, method, params):
        """The result, and the milliseconds that it took."""
        start = time.perf_counter()
        came, message = self.wait(self.begin(method, params))
        if 'error' in message:
            raise SystemExit(f'{method}: {message["error"]}')
        return message['result'], (came - start) * 1000

    def memory(self):
        """Resident memory of the server, in MB."""
        with open(f'/proc/{self.server.pid}/status', encoding='ascii') as status:
            return next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) / 1024


def program(lines):
    """A Python program of so many lines, with functions that run."""
    text = []
    while len(text) < lines - 12:
        k = len(text)
        text += [f'def step_{k}(value):', f'    """Adds {k}."""', f'    total = value + {k}', '    for i in range(3):', '        total += i', '    return total', '', '']
    return '\n'.join(text + ['result = 0', 'for k in range(20):', '    result = step_0(result) + step_8(k)', 'print(result)', ''])


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def opened(command, folder):
    client = Client(command)
    client.ask('initialize', {'processId': os.getpid(), 'rootUri': f'file://{folder}', 'capabilities': {}, 'initializationOptions': {'trusted': True}})
    ready = (time.perf_counter() - client.begun) * 1000
    client.tell('initialized', {})
    return client, ready


def document(client, uri, text, language):
    client.tell('textDocument/didOpen', {'textDocument': {'uri': uri, 'languageId': language, 'version': 1, 'text': text}})


SMALL = 'total = 0\nfor i in range(10):\n    total += i\nprint(total)\n'


def main(command):
    folder = tempfile.mkdtemp(prefix='codealchemy-editor-')
    rows = []

    def row(what, value, target, unit='ms'):
        rows.append(f'| {what} | **{value:.0f}** {unit} | {target} {unit} | {"met" if value <= target else "**missed**"} |')

    row('from the start to the answer of `initialize`, median of 10', statistics.median(ready_times(command, folder, 10)), 400)
    client, _ = opened(command, folder)
    small = f'file://{folder}/small.py'
    document(client, small, SMALL, 'python')
    row('values of a small Python program, first time in a session, median of 5', statistics.median(first_values(command, folder, small, 5)), 600)
    row('the same again, median of 10', statistics.median(client.ask('codealchemy/trace', {'textDocument': {'uri': small}})[1] for _ in range(10)), 600)

    large = f'file://{folder}/large.py'
    text = program(5000)
    document(client, large, text, 'python')
    client.ask('codealchemy/trace', {'textDocument': {'uri': large}})
    at = text.split('\n').index('    total = value + 0')
    reads = {
        'hover': ('textDocument/hover', {'position': {'line': at, 'character': 6}}),
        'lenses': ('textDocument/codeLens', {}),
        'values at line ends': ('textDocument/inlayHint', {'range': {'start': {'line': at - 50 if at > 50 else 0, 'character': 0}, 'end': {'line': at + 50, 'character': 0}}}),
        'folding': ('textDocument/foldingRange', {}),
    }
    for name, (method, params) in reads.items():
        times = [client.ask(method, {'textDocument': {'uri': large}, **params})[1] for _ in range(200)]
        row(f'{name}, 5,000 lines, p95 of 200', percentile(times, 0.95), 50)
    times = []
    version = 1
    for k in range(50):
        version += 1
        client.tell('textDocument/didChange', {'textDocument': {'uri': large, 'version': version}, 'contentChanges': [
            {'range': {'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 0}}, 'text': f'# {k}\n'}]})
        times.append(client.ask('textDocument/codeLens', {'textDocument': {'uri': large}})[1])
    row('lenses right after an edit, 5,000 lines, p95 of 50', percentile(times, 0.95), 50)

    manifest = f'file://{folder}/manifest.yaml'
    head = 'apiVersion: codealchemy/v1\nkind: Pipeline\nname: x\nsource: {files: {root: .}}\nstrategies: [code-trace]\noutput: {path: out}\n'
    document(client, manifest, head + '# a comment\n' * 4993 + '\n', 'yaml')
    times = [client.ask('textDocument/completion', {'textDocument': {'uri': manifest}, 'position': {'line': 4999, 'character': 0}})[1] for _ in range(200)]
    row('completion in a manifest of 5,000 lines, p95 of 200', percentile(times, 0.95), 50)

    endless = f'file://{folder}/endless.py'
    document(client, endless, 'while True:\n    pass\n', 'python')
    times = []
    for _ in range(20):
        request = client.begin('codealchemy/trace', {'textDocument': {'uri': endless}})
        time.sleep(0.3)
        start = time.perf_counter()
        client.tell('$/cancelRequest', {'id': request})
        times.append((client.wait(request)[0] - start) * 1000)
    row('from cancelling a run to its answer, p95 of 20', percentile(times, 0.95), 50)

    edits(client, large)
    row('memory after 2,000 edits of the large file and all of the above', client.memory(), 250, 'MB')
    print('| | | target | |\n|---|---|---|---|')
    print('\n'.join(rows))
    client.server.stdin.close()
    client.server.wait(30)


def ready_times(command, folder, count):
    for _ in range(count):
        client, ready = opened(command, folder)
        client.server.stdin.close()
        client.server.wait(30)
        yield ready


def first_values(command, folder, uri, count):
    for _ in range(count):
        client, _ready = opened(command, folder)
        document(client, uri, SMALL, 'python')
        yield client.ask('codealchemy/trace', {'textDocument': {'uri': uri}})[1]
        client.server.stdin.close()
        client.server.wait(30)


def edits(client, uri):
    """2,000 edits in a row, and a read at the end, which waits for all of them."""
    rng = random.Random(1)
    for version in range(1000, 3000):
        line = rng.randrange(4000)
        client.tell('textDocument/didChange', {'textDocument': {'uri': uri, 'version': version}, 'contentChanges': [
            {'range': {'start': {'line': line, 'character': 0}, 'end': {'line': line, 'character': 0}}, 'text': ' '}]})
    client.ask('textDocument/foldingRange', {'textDocument': {'uri': uri}})


main(sys.argv[1:])
