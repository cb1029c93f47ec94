'use strict';

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const plugin = path.join(__dirname, '..');
const environment = { PATH: process.env.PATH, HOME: os.tmpdir(), LANG: 'C.UTF-8', TZ: 'UTC' };

/** Runs a program without the tracer, as the plugins do. */
function run(file, { arguments: values = [], stdin = '' } = {}) {
  const typed = /\.[mc]?ts$/.test(file) ? ['-r', path.join(plugin, 'types.js')] : [];
  return spawnSync(process.execPath, [...typed, file, ...values], { input: stdin, env: environment, cwd: path.dirname(file) });
}

/** Runs a program under the tracer and decodes what it wrote. */
function trace(file, { arguments: values = [], stdin = '', limits = 'events=1000000,bytes=200000000' } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trace-'));
  const wire = path.join(folder, 'wire');
  fs.writeFileSync(wire, '');
  try {
    // As in the sandbox, the descriptor has a number that the program's own do not come to.
    const result = spawnSync('bash', ['-c', 'exec 200<>"$0"; exec "$@"', wire, process.execPath, '--stack-size=1968', '-r', path.join(plugin, 'tracer.js'), file, ...values], {
      input: stdin,
      env: { ...environment, CODEALCHEMY_TRACE_FD: '200', CODEALCHEMY_TRACE_LIMITS: limits },
      cwd: path.dirname(file),
    });
    return { ...result, bytes: fs.statSync(wire).size, events: decode(fs.readFileSync(wire)) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the records as a host does, with the keys of a canonical trace; throws where one is malformed. */
function decode(data) {
  const events = [];
  let at = 0;
  while (at < data.length && data[at] !== 0) {
    const colon = data.indexOf(0x3a, at);
    const head = data.toString('latin1', at, colon);
    if (!/^[1-9]\d*$/.test(head)) throw new Error(`no length at ${at}: ${head.slice(0, 20)}`);
    const end = colon + 1 + Number(head);
    if (data[end] !== 0x2c) throw new Error(`no comma at ${end}`);
    events.push(event(split(data.subarray(colon + 1, end))));
    at = end + 1;
  }
  return events;
}

function split(payload) {
  const fields = [];
  let field = [];
  for (let i = 0; i <= payload.length; i++) {
    if (i === payload.length || payload[i] === 0x1f) {
      fields.push(Buffer.from(field).toString('utf8'));
      field = [];
    } else if (payload[i] === 0x10) {
      field.push(payload[++i] ^ 0x40);
    } else {
      field.push(payload[i]);
    }
  }
  return fields;
}

const KINDS = { c: 'call', l: 'line', r: 'return', x: 'exception', k: 'catch', o: 'output', i: 'input', z: 'truncated' };

function event([kind, ...fields]) {
  const one = { kind: KINDS[kind] };
  switch (kind) {
    case 'c':
      [one.frame, one.depth, one.line] = fields.slice(0, 3).map(Number);
      one.function = fields[3];
      return items(one, fields.slice(4));
    case 'l': case 'r':
      [one.frame, one.line] = fields.slice(0, 2).map(Number);
      return items(one, fields.slice(2));
    case 'x': case 'k':
      [one.frame, one.line] = fields.slice(0, 2).map(Number);
      one.exception = { type: fields[2], message: fields[3] };
      return items(one, fields.slice(4));
    case 'o': case 'i':
      one[one.kind] = { fd: Number(fields[0]), text: fields[1] };
      return one;
    case 'z': return { ...one, limit: fields[0] };
    default: throw new Error(`unknown kind '${kind}'`);
  }
}

function items(one, fields) {
  for (let i = 0; i < fields.length;) {
    const name = fields[i].slice(1);
    switch (fields[i][0]) {
      case '=': (one.set ??= {})[name] = { type: fields[i + 1], text: fields[i + 2] }; i += 3; break;
      case '~': (one.set ??= {})[name] = value(fields, i + 1); i += 5; break;
      case '-': (one.del ??= []).push(name); i += 1; break;
      case '>': one.value = { type: fields[i + 1], text: fields[i + 2] }; i += 3; break;
      case '^': one.value = value(fields, i + 1); i += 5; break;
      case 'u': one.unwound = true; i += 1; break;
      default: throw new Error(`unknown item '${fields[i]}'`);
    }
  }
  return one;
}

function value(fields, at) {
  const [type, text, alias, length] = fields.slice(at, at + 4);
  return { type, text, ...(alias && { alias: Number(alias) }), ...(length && { length: Number(length) }) };
}

/** The programs of a folder, with the case that lies beside each. */
function programs(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile() && /\.[mc]?[jt]s$/.test(entry.name)) return [{ name: entry.name, file: path.join(folder, entry.name), case: {} }];
    if (!entry.isDirectory()) return [];
    const inside = path.join(folder, entry.name);
    const program = fs.readdirSync(inside).find((name) => /^program\.[mc]?[jt]s$/.test(name));
    return program ? [{ name: entry.name, folder: inside, file: path.join(inside, program), case: readCase(path.join(inside, 'cases.yaml')) }] : [];
  });
}

/** The single case of a sample; the values are written as JSON, which is YAML too. */
function readCase(file) {
  const text = fs.readFileSync(file, 'utf8');
  const find = (key) => text.match(new RegExp(`^ +${key}: (.*)$`, 'm'))?.[1];
  return { arguments: JSON.parse(find('arguments') ?? '[]'), stdin: JSON.parse(find('stdin') ?? '""') };
}

module.exports = { run, trace, programs, plugin };
