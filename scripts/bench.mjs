// npm run bench [-- NAME…] [--json FILE]: measures and prints a table; --json writes {"metrics": {name: number}}.
// Every figure of the program stands beside a control from the same run, because machines are noisy.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { PlainError, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** Name -> unit and the file below test/bench that measures it. Names are stable: scripts of others read them. */
const METRICS = {
  'startup.bareMs': ['ms', 'startup'],
  'startup.formMs': ['ms', 'startup'],
  'startup.ratio': ['x', 'startup'],
  'form.openP95Ms': ['ms', 'forms'],
  'json.keyP95Ms': ['ms', 'forms'],
  'bundle.preloadBytes': ['bytes', 'bundle'],
  'bundle.rendererInitialGzipBytes': ['bytes', 'bundle'],
  'memory.barePssMB': ['MB', 'memory'],
  'memory.idlePssMB': ['MB', 'memory'],
  'compose.small.nativeMs': ['ms', 'compose'],
  'compose.small.wasmMs': ['ms', 'compose'],
  'compose.medium.nativeMs': ['ms', 'compose'],
  'compose.medium.wasmMs': ['ms', 'compose'],
  'compose.large.nativeMs': ['ms', 'compose'],
  'compose.large.wasmMs': ['ms', 'compose'],
  'preview.3.p95Ms': ['ms', 'preview'],
  'preview.4.p95Ms': ['ms', 'preview'],
  'preview.12.p95Ms': ['ms', 'preview'],
  'preview.coldMs': ['ms', 'preview'],
  'compose.peakRssMB': ['MB', 'compose'],
};

await runMain(async () => {
  const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
  const names = Object.keys(METRICS);
  const unknown = positionals.filter((name) => !names.some((known) => known === name || known.startsWith(`${name}.`)));
  if (unknown.length > 0)
    throw new PlainError(`No such figure: ${unknown.join(', ')}. There are:\n  ${names.join('\n  ')}`);
  const wanted = names.filter(
    (name) => positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}.`)),
  );

  const { electron, env, flags } = await prepareLaunch();
  await ensureBuild();
  if (!hasDisplay())
    return run(withDisplay([process.execPath, 'scripts/bench.mjs', ...process.argv.slice(2)]), { env });

  const measured = {};
  for (const group of new Set(wanted.map((name) => METRICS[name][1]))) {
    const { measure } = await import(`../test/bench/${group}.mjs`);
    Object.assign(measured, await measure({ electron, env, flags }));
  }
  const metrics = Object.fromEntries(wanted.map((name) => [name, measured[name]]));
  const width = Math.max(...wanted.map((name) => name.length));
  for (const [name, value] of Object.entries(metrics)) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} was not measured`);
    console.log(
      `${name.padEnd(width)}  ${value.toLocaleString('en-US', { maximumFractionDigits: 2 }).padStart(12)} ${METRICS[name][0]}`,
    );
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify({ metrics }, null, 2)}\n`);
  return 0;
});
