// The guided tour: drives the real window through the main job in demo mode and keeps what it sees in demo-output/.
// Started by `npm run demo` where there is no display; needs a build and an Electron runtime in the environment.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from 'playwright';
import { dropFile } from './lib/drop-file.mjs';
import { sandboxFlags } from './lib/launch.mjs';
import { root, runMain } from './lib/project.mjs';
import { tourSummary } from './lib/tour-summary.mjs';

const OUTPUT = join(root, 'demo-output');
const LONGEST_JOB_MS = 120_000;
const SAMPLE = join(root, 'resources/sample/sparse-routing.pdf');
/** The state that an event of the job's history leads to; a poll names its own. */
const STATES = { accepted: 'queued', completed: 'collecting', stored: 'done' };
const CAPTION =
  'Figure 1: Overview of the sparse-routed encoder. A router scores the segments; the decoder attends only to the best of them.';

async function waitForEnd(look) {
  for (const until = Date.now() + LONGEST_JOB_MS; Date.now() < until; await sleep(250)) {
    const job = await look();
    if (job.state === 'done' || job.state === 'failed') return job;
  }
  throw new Error('the job did not end in time');
}

await runMain(async () => {
  const userData = await mkdtemp(join(tmpdir(), 'plantain-tour-'));
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(OUTPUT, { recursive: true });
  const files = [];
  const keep = (name) => {
    files.push(name);
    return join(OUTPUT, name);
  };

  const app = await _electron.launch({
    args: [...sandboxFlags(), root, '--demo'],
    env: { ...process.env, LANG: 'en_US.UTF-8', PLANTAIN_USER_DATA: userData, PLANTAIN_DEMO_SPEED: '10' },
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(30_000);
    const ask = (operation, input) =>
      page.evaluate(
        async ([operation, input]) => {
          const reply = await window.plantain.call(operation, input);
          if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`);
          return reply.value;
        },
        [operation, input],
      );

    await page.locator('html[data-settled]').waitFor();
    console.log('Plantain is open in demo mode.');
    await dropFile(page, SAMPLE);
    await page.getByRole('checkbox', { name: 'Page 3', exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Pages' }).fill('2-4');
    await page.getByRole('textbox', { name: 'Caption' }).fill(CAPTION);
    await page.getByRole('radio', { name: '16:9', exact: true }).check();
    await page.screenshot({ path: keep('1-dropped.png') });
    console.log('The sample paper was dropped, pages 2-4 are ticked.');

    await page.keyboard.press('Control+Enter');
    await page.locator('html[data-ready="queue"]').waitFor();
    await page.screenshot({ path: keep('2-running.png') });
    console.log('The job was accepted and is being drawn (the demo is ten times as fast as a server).');

    const jobId = (await ask('job.list', { scope: 'all', limit: 1 })).jobs[0].id;
    const detail = await waitForEnd(() => ask('job.get', { id: jobId }));
    if (detail.state !== 'done') throw new Error(`the job ended as ${detail.state}`);
    const picture = detail.assets[0];
    await copyFile(
      join(userData, 'demo/files', picture.sha256.slice(0, 2), picture.sha256),
      keep(`diagram.${picture.format}`),
    );
    await page.getByTestId('result-picture').evaluate((image) => image.decode());
    await page.screenshot({ path: keep('3-done.png') });

    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Library' }).click();
    await page.locator('html[data-ready="library"]').waitFor();
    await page
      .locator('main img')
      .first()
      .evaluate((image) => image.decode());
    await page.screenshot({ path: keep('4-library.png') });
    console.log(`The diagram is stored: ${picture.width} x ${picture.height} ${picture.format.toUpperCase()}.`);

    const health = await ask('call.run', { endpoint: 'paperbanana.health', input: {} });
    const exchanges = await ask('exchange.list', { jobId: detail.id });
    const calls = ['paperbanana.health', ...new Set(exchanges.map((exchange) => exchange.endpoint))];
    const summary = {
      endpoints: calls,
      health: health.answer,
      job: {
        id: detail.id,
        endpoint: detail.endpoint,
        state: detail.state,
        units: detail.units,
        description: detail.description,
        states: detail.events.map(({ kind, at, until, count, params }) => ({
          state: STATES[kind] ?? params?.state ?? kind,
          at: new Date(at).toISOString(),
          ...(count > 1 && { until: new Date(until).toISOString(), count }),
        })),
      },
    };
    await writeFile(keep('summary.html'), tourSummary(summary, detail, picture));
    files.push('summary.json');
    await writeFile(join(OUTPUT, 'summary.json'), `${JSON.stringify({ files, ...summary }, null, 2)}\n`);
  } finally {
    await app.close();
    await rm(userData, { recursive: true, force: true });
  }
  console.log('\nWritten:');
  for (const file of files) console.log(`  ${relative(root, join(OUTPUT, file))}`);
  return 0;
});
