import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { SECRET, webhookWorld } from '../../support/webhook-world';

/** The loop delay's 99th percentile, in ms, of a process that has nothing to do at the same time: the control. */
async function idleDelay(): Promise<number> {
  const code = `const d = require('perf_hooks').monitorEventLoopDelay({ resolution: 5 }); d.enable();
    setTimeout(() => { d.disable(); console.log(d.percentile(99) / 1e6); }, ${(SECONDS - 1) * 1000});`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
  return Number(stdout);
}

const RATE = 1000;
const SECONDS = 10;

it('takes 1,000 deliveries a second for ten seconds: each judged rightly, none lost, the loop free', async () => {
  const { listener, inbox, seen } = await webhookWorld();
  const before = process.memoryUsage().rss;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const sender = join(__dirname, '../../support/webhook-sender.mjs');
  const args = [sender, listener.url, SECRET, String(RATE), String(SECONDS)];
  const [{ stdout }, idle] = await Promise.all([promisify(execFile)(process.execPath, args), idleDelay()]);
  delay.disable();

  const { statuses } = JSON.parse(stdout) as { statuses: Record<string, number> };
  expect(statuses).toEqual({ 200: RATE * SECONDS * 0.8, 401: RATE * SECONDS * 0.2 });
  expect(seen).toHaveLength(RATE * SECONDS);
  for (const { taskId, signature } of seen)
    expect(signature).toBe(Number(taskId?.slice('load-'.length)) % 10 >= 8 ? 'wrong' : 'good');

  const found = inbox.list({ filter: 'all', text: 'load-7777', limit: 10 });
  expect(found.deliveries).toMatchObject([{ taskId: 'load-7777', signature: 'good' }]);
  expect(inbox.list({ filter: 'refused', limit: 1 }).total).toBe(RATE * SECONDS * 0.2);

  const grown = (process.memoryUsage().rss - before) / 1e6;
  const p99 = delay.percentile(99) / 1e6;
  console.log(
    `loop delay p99 ${p99.toFixed(1)} ms (idle process ${idle.toFixed(1)} ms), memory +${grown.toFixed(0)} MB`,
  );
  // what a process that does nothing waits meanwhile is the machine's doing
  expect(p99).toBeLessThan(50 + 2 * Math.max(0, idle - 10));
  expect(grown).toBeLessThan(250);
}, 60_000);
