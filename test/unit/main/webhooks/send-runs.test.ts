import { expect, it } from 'vitest';
import { createSendRuns } from '../../../../src/main/webhooks/send-runs';
import { createFakeClock, settle } from '../../../support/fake-clock';

function world(statuses: number[], loopbackOnly = false) {
  const clock = createFakeClock();
  const told: string[] = [];
  let next = 0;
  const runs = createSendRuns({
    fetch: async () => new Response(null, { status: statuses.shift() ?? 200 }),
    clock,
    newId: () => `run-${++next}`,
    loopbackOnly,
    onChanged: (id) => told.push(runs.find(id)?.state ?? ''),
  });
  const start = (url: string, schedule: 'documented' | 'none' = 'documented'): string =>
    runs.start({ url, event: 'task.failed', body: new Uint8Array([123, 125]), headers: {}, schedule });
  return { runs, clock, told, start };
}

it('shows each attempt as it comes', async () => {
  const { runs, clock, told, start } = world([500, 500, 200]);
  const id = start('http://127.0.0.1:9/hooks');
  await settle();
  expect(runs.find(id)).toMatchObject({ state: 'waiting', attempts: [{ status: 500, nextIn: 5000 }] });
  await clock.advance(20_000);
  expect(runs.find(id)).toMatchObject({ state: 'delivered', attempts: [{}, {}, { status: 200, nextIn: null }] });
  expect(told).toEqual(['waiting', 'waiting', 'sending', 'delivered']);
});

it('gives up after the last attempt', async () => {
  const { runs, start } = world([500]);
  const id = start('http://127.0.0.1:9/hooks', 'none');
  await settle();
  expect(runs.find(id)).toMatchObject({ state: 'given_up', attempts: [{ status: 500 }] });
});

it('stops between two attempts', async () => {
  const { runs, clock, start } = world([500, 500]);
  const id = start('http://127.0.0.1:9/hooks');
  await settle();
  runs.stop(id);
  await clock.advance(60_000);
  expect(runs.find(id)).toMatchObject({ state: 'stopped', attempts: [{ status: 500 }] });
});

it.each([
  ['nowhere', 'not_a_url'],
  ['ftp://127.0.0.1/', 'not_a_web_url'],
  ['http://user:pass@127.0.0.1/', 'bad_format'],
])('refuses to send to %s', (url, code) => {
  const { start } = world([]);
  expect(() => start(url)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ issues: [{ field: 'url', code }] }) as unknown }),
  );
});

it('leaves this computer never in the demo', async () => {
  const { start, runs } = world([], true);
  expect(() => start('https://example.com/hooks')).toThrow('invalid_input');
  const id = start('http://[::1]:9/hooks');
  await settle();
  expect(runs.find(id)).toMatchObject({ state: 'delivered' });
});
