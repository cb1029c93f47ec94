'use strict';

const fs = require('fs');
const path = require('path');
const Module = require('module');
const { pathToFileURL } = require('url');

const TYPED = /\.[mc]?ts$/;

/**
 * Puts `change(text, extension)` between a main program and Node's own loader: the first read of the file gives the
 * changed text, every later one the file as it is. The program runs as Node's main module, without a frame of ours.
 */
function interceptMain(file, change) {
  const { readFileSync, promises } = fs;
  const { readFile } = promises;
  let changed;
  const load = () => {
    changed ??= change(readFileSync(file, 'utf8'), path.extname(file));
    if (changed.kind === 'module' && TYPED.test(file)) registerLoader(file, changed.text);
    return changed;
  };
  const restore = () => {
    fs.readFileSync = readFileSync;
    promises.readFile = readFile;
  };
  fs.readFileSync = function (name, options) {
    if (name !== file) return readFileSync.apply(this, arguments);
    const { text, kind } = load();
    fs.readFileSync = readFileSync;
    if (kind !== 'module') restore();
    return options === undefined ? Buffer.from(text) : text;
  };
  promises.readFile = function (name) {
    if (!(name instanceof URL) || decodeURIComponent(name.pathname) !== file) return readFile.apply(this, arguments);
    const { text } = load();
    restore();
    return Promise.resolve(Buffer.from(text));
  };
}

/** Node 20 takes a TypeScript file for a module only from a loader of its own. */
function registerLoader(file, text) {
  const url = pathToFileURL(file).href;
  Module.register(pathToFileURL(path.join(__dirname, 'loader.mjs')), { data: { url, text } });
}

/** Removes the traces of having been preloaded: modules, flags, environment. */
function hide(folder) {
  for (const name of Object.keys(require.cache)) if (name.startsWith(folder)) delete require.cache[name];
  if (module.parent?.children) module.parent.children.length = 0;
  process.execArgv.length = 0;
  process._preload_modules.length = 0;
  Module._pathCache = Object.create(null);
  for (const name of Object.keys(process.env)) if (name.startsWith('CODEALCHEMY_')) delete process.env[name];
}

/** The main program's file, as Node will resolve it; null when there is none. */
function mainFile() {
  const given = process.argv[1];
  if (given === undefined) return null;
  try {
    return fs.realpathSync(path.resolve(given));
  } catch {
    return null;
  }
}

module.exports = { interceptMain, hide, mainFile };
