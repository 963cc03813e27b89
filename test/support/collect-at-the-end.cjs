// Loaded into the program before its own code (`electron --js-flags=--expose-gc -r <this file> <folder>`): from the
// moment it leaves, garbage with finalizers is made and collected in every turn of the loop that is left to it.
'use strict';
const { app } = require('electron');

const garbage = [];

function fill() {
  for (let i = 0; i < 2000; i += 1)
    garbage.push(new Request('http://127.0.0.1/', { signal: new AbortController().signal }));
}

function collect() {
  garbage.splice(0, 20);
  globalThis.gc();
}

function keepCollecting() {
  collect();
  setImmediate(keepCollecting);
}

// the way out that Electron offers: its last event comes before Node is torn down
app.once('will-quit', fill);
app.once('quit', keepCollecting);

// the way out without that teardown, which no event announces
const { reallyExit } = process;
process.reallyExit = (code) => {
  keepCollecting();
  reallyExit.call(process, code);
};

// as a user does, once there is something to close
app.once('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => setTimeout(() => window.close(), Number(process.env['CLOSE_AFTER'])));
});
