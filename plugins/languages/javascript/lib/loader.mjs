let main;

export function initialize(data) {
  main = data;
}

/** Gives Node the main program's changed text, whatever its extension. */
export function load(url, context, next) {
  if (url !== main.url) return next(url, context);
  return { format: 'module', source: main.text, shortCircuit: true };
}
