// npm test: everything, in this order, whatever fails on the way.
// node scripts/test.mjs check | unit [vitest's arguments] | e2e [Playwright's arguments]: one part of it.
// The last line is always `N passed, N failed` (and skipped, where some were).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { PlainError, root, runMain } from './lib/project.mjs';
import { nodeTool, run } from './lib/run.mjs';
import { withKeyring } from './lib/session.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { playwrightCounts, vitestCounts } from './lib/test-counts.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'plantain-test-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** A step that passes or fails as a whole counts as one test. */
const whole = (name, work) => ({
  name,
  run: async () => ((await work()) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }),
});

const tool = (name, ...command) => ({ ...whole(name, () => run(nodeTool(...command), { title: name })), titled: true });

/** Steps of one row follow one another, rows run beside each other: linting takes as long as all the rest. */
const check = [
  [tool('lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.')],
  [
    tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    tool('types', 'typescript/bin/tsc', '--noEmit'),
    tool('unused code', 'knip/bin/knip.js', '--treat-config-hints-as-errors'),
  ],
];

const unit = (args) => ({
  name: 'unit and integration',
  run: async () => {
    await ensureSystemPackages({ samples: true });
    const file = join(temporary, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return vitestCounts(file, await run(nodeTool('vitest/vitest.mjs', 'run', ...reporters, ...args)));
  },
});

const build = whole('build', async () => {
  await ensureBuild();
  return 0;
});

/** They measure time, want the only port of the listener, or pack the program: nothing runs beside them. */
const ALONE = ['figure-worker', 'large-pdf', 'notification', 'packaged', 'webhooks'].map((name) => `${name}.spec.ts`);

/** The longest first, by what they took when this was written (115 to 50 s). */
const LONGEST = [
  ...['hostile-answers', 'every-form', 'failures', 'always-ends', 'failure-matrix', 'screens', 'accounts', 'figure'],
  ...['results', 'keychain', 'figure-export', 'nothing-lost'],
].map((name) => `${name}.spec.ts`);

/** Playwright in a display and with a keyring of its own, so that several can run at once. */
async function windows(env, name, args, title) {
  const file = join(temporary, `${name}.json`);
  const files = args.map((arg) => (arg.endsWith('.spec.ts') && !arg.includes('/') ? `e2e/${arg}` : arg));
  const options = ['--reporter=list,json', '--output', join('test-results', name), ...files];
  const playwright = nodeTool('@playwright/test/cli.js', 'test', ...options);
  const folder = mkdtempSync(join(temporary, 'keyring-'));
  const session = withKeyring(withDisplay(playwright), { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, folder);
  return playwrightCounts(file, await run(session.command, { env: session.env, title }));
}

/** A window waits more than it works: two at a time leave neither short of a core. */
async function allWindows(env) {
  const files = readdirSync(join(root, 'test/e2e')).filter((file) => file.endsWith('.spec.ts'));
  const others = files.filter((file) => !ALONE.includes(file) && !LONGEST.includes(file));
  // dealt as in a card game, there and back: both displays are to be done at about the same time
  const [even, odd] = [
    [0, 3],
    [1, 2],
  ].map((turns) => [...LONGEST, ...others].filter((_, i) => turns.includes(i % 4)));
  const halves = await Promise.all([
    windows(env, 'first', even),
    windows(env, 'second', odd, 'real window, second half'),
  ]);
  return addUp([...halves, await windows(env, 'alone', ALONE)]);
}

const e2e = (args) => ({
  name: 'real window',
  run: async () => {
    const { env } = await prepareLaunch({ keychain: true, figures: true });
    // on a real display windows would take the focus and the clipboard from each other
    return args.length > 0 || hasDisplay() ? windows(env, 'all', args) : allWindows(env);
  },
});

/** What is done one after the other; each of it in rows. */
function stagesFor(part, args) {
  switch (part) {
    case undefined:
      return [check, [[unit([]), build, e2e([])]]];
    case 'check':
      return [check];
    case 'unit':
      return [[[unit(args)]]];
    case 'e2e':
      return [[[build, e2e(args)]]];
    default:
      throw new PlainError(`No such part: ${part}. There is check, unit and e2e; nothing named means all.`);
  }
}

async function attempt(step) {
  if (!step.titled) console.log(`\n== ${step.name}`);
  const start = Date.now();
  let counts;
  try {
    counts = await step.run();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  return { name: step.name, seconds: (Date.now() - start) / 1000, ...counts };
}

async function inTurn(steps) {
  const results = [];
  for (const step of steps) results.push(await attempt(step));
  return results;
}

await runMain(async () => {
  const [part, ...args] = process.argv.slice(2);
  const results = [];
  for (const rows of stagesFor(part, args)) results.push(...(await Promise.all(rows.map(inTurn))).flat());

  console.log('');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok';
    console.log(
      `${verdict.padEnd(7)} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(7)} s   ${describe({ passed, failed, skipped })}`,
    );
  }
  const total = addUp(results);
  console.log(`\n${describe(total)}`);
  return total.failed > 0 ? 1 : 0;
});

function addUp(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
