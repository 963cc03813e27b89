import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';

const root = join(__dirname, '../../..');
const CASES = join(root, 'test/fixtures/composite/cases.json');
const start = promisify(execFile);

interface Row {
  id: string;
  dims: boolean;
  pass: boolean;
  panelSsim: number;
  labelSsim: number;
}

const cases = JSON.parse(readFileSync(CASES, 'utf8')) as { cases: unknown[]; errors: { id: string; error: string }[] };

async function render(engine: string): Promise<string> {
  const out = temporaryFolder();
  await start(process.execPath, [
    '--import',
    'tsx',
    join(root, 'src/cli/composite-cases.ts'),
    CASES,
    out,
    '--engine',
    engine,
  ]);
  return out;
}

for (const engine of ['native', 'wasm']) {
  it(`draws the server's own composites to the pixel with the ${engine} engine, and refuses what it refuses`, async () => {
    const out = await render(engine);
    const report = join(out, 'report.json');
    await start(process.execPath, [join(root, 'test/fixtures/composite/compare.mjs'), CASES, out, '--json', report]);
    const rows = JSON.parse(readFileSync(report, 'utf8')) as Row[];
    expect(rows).toHaveLength(24);
    for (const { id, dims, pass, panelSsim, labelSsim } of rows) {
      expect({ id, dims, pass }).toEqual({ id, dims: true, pass: true });
      // the gates are 0.985 and 0.94; what was reached is held
      expect(panelSsim, id).toBeGreaterThan(0.99);
      expect(labelSsim, id).toBeGreaterThan(0.985);
    }
    expect(cases.errors).toHaveLength(6);
    for (const { id, error } of cases.errors) {
      expect(existsSync(join(out, `${id}.png`)), id).toBe(false);
      expect(readFileSync(join(out, `${id}.error`), 'utf8').split(/\s/)[0]).toBe(error);
    }
  }, 60_000);
}

it('ends with 2 and one line for a file that holds no cases', async () => {
  const script = join(root, 'src/cli/composite-cases.ts');
  const args = ['--import', 'tsx', script, join(root, 'package.json'), temporaryFolder(), '--engine', 'gpu'];
  await expect(start(process.execPath, args)).rejects.toMatchObject({
    code: 2,
    stderr: 'composite-cases: --engine is one of native, wasm, not “gpu”.\n',
  });
});
