// Steps a program line by line with the inspector of V8, driven from a worker, and reads the values of every local scope at each stop.
// usage: node inspector_step.js PROGRAM ARGUMENT
"use strict";
const { Worker, isMainThread, workerData } = require("node:worker_threads");
const path = require("node:path");

if (isMainThread) {
  const program = path.resolve(process.argv[2]);
  process.argv.splice(1, 1);
  const worker = new Worker(__filename, { workerData: { program } });
  worker.once("message", () => {
    require(program);
    worker.postMessage("done");
  });
} else {
  const inspector = require("node:inspector");
  const { parentPort } = require("node:worker_threads");
  const { performance } = require("node:perf_hooks");
  const { pathToFileURL } = require("node:url");
  const session = new inspector.Session();
  session.connectToMainThread();
  const own = pathToFileURL(workerData.program).href;
  const scripts = new Set();
  const post = (method, parameters) => new Promise((resolve, reject) =>
    session.post(method, parameters, (error, result) => error ? reject(error) : resolve(result)));
  let stops = 0, values = 0, start = 0, last = 0;

  async function look({ params }) {
    const frame = params.callFrames[0];
    if (!scripts.has(frame.location.scriptId)) return post(params.callFrames.some(f => scripts.has(f.location.scriptId)) ? "Debugger.stepOut" : "Debugger.resume");
    start ||= performance.now();
    stops++;
    for (const scope of frame.scopeChain) {
      if (scope.type !== "local" && scope.type !== "block") continue;
      const { result } = await post("Runtime.getProperties", { objectId: scope.object.objectId, ownProperties: true, generatePreview: true });
      values += result.length;
    }
    last = performance.now();
    return post("Debugger.stepInto");
  }

  session.on("Debugger.scriptParsed", ({ params }) => { if (params.url === own) scripts.add(params.scriptId); });
  session.on("Debugger.paused", message => { look(message); });
  parentPort.on("message", () => {
    const seconds = (last - start) / 1000;
    console.log(`RESULT ${stops} ${seconds.toFixed(3)} ${(stops / seconds).toFixed(0)}`);
    process.exit(0);
  });
  (async () => {
    await post("Debugger.enable");
    await post("Debugger.setBlackboxPatterns", { patterns: ["^node:", "inspector_step\\.js$"] });
    await post("Debugger.setBreakpointByUrl", { lineNumber: 0, urlRegex: `${path.basename(workerData.program).replace(".", "\\.")}$` });
    parentPort.postMessage("ready");
  })();
}
