// npm test: everything, in this order, whatever fails on the way.
// node scripts/test.mjs check | unit [vitest's arguments] | e2e [Playwright's arguments]: one part of it.
// The last line is always `N passed, N failed` (and skipped, where some were).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { PlainError, runMain } from './lib/project.mjs';
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

const check = [
  whole('lint', () => run(nodeTool('eslint/bin/eslint.js', '--max-warnings', '0', '.'))),
  whole('format', () => run(nodeTool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))),
  whole('types', () => run(nodeTool('typescript/bin/tsc', '--noEmit'))),
  whole('unused code', () => run(nodeTool('knip/bin/knip.js', '--treat-config-hints-as-errors'))),
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

const e2e = (args) => ({
  name: 'real window',
  run: async () => {
    const { env } = await prepareLaunch({ keychain: true, figures: true });
    const file = join(temporary, 'playwright.json');
    const playwright = nodeTool('@playwright/test/cli.js', 'test', '--reporter=list,json', ...args);
    const session = withKeyring(withDisplay(playwright), { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, temporary);
    return playwrightCounts(file, await run(session.command, { env: session.env }));
  },
});

function stepsFor(part, args) {
  switch (part) {
    case undefined:
      return [...check, unit([]), build, e2e([])];
    case 'check':
      return check;
    case 'unit':
      return [unit(args)];
    case 'e2e':
      return [build, e2e(args)];
    default:
      throw new PlainError(`No such part: ${part}. There is check, unit and e2e; nothing named means all.`);
  }
}

async function attempt(step) {
  console.log(`\n== ${step.name}`);
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

await runMain(async () => {
  const [part, ...args] = process.argv.slice(2);
  const results = [];
  for (const step of stepsFor(part, args)) results.push(await attempt(step));

  console.log('');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok';
    console.log(
      `${verdict.padEnd(7)} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(7)} s   ${describe({ passed, failed, skipped })}`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${describe(total)}`);
  return total.failed > 0 ? 1 : 0;
});

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
