import { expect, it } from 'vitest';
import { sendDelivery } from '../../../src/shared/send-delivery';
import { RETRY_SCHEDULES } from '../../../src/shared/webhook';
import { createFakeClock } from '../../support/fake-clock';

const delivery = {
  url: 'http://127.0.0.1:9/hooks',
  body: new TextEncoder().encode('{"event": "task.failed"}'),
  headers: { 'x-paperbanana-event': 'task.failed', 'x-paperbanana-signature': 'sha256=01' },
  delays: RETRY_SCHEDULES.documented,
};

function receiver(statuses: (number | Error)[]) {
  const requests: Request[] = [];
  return {
    requests,
    async fetch(request: Request): Promise<Response> {
      requests.push(request.clone());
      const status = statuses.shift() ?? 200;
      if (status instanceof Error) throw status;
      return new Response(null, { status });
    },
  };
}

it('sends once where the receiver is content', async () => {
  const { requests, fetch } = receiver([204]);
  const attempts = await sendDelivery(delivery, { fetch, clock: createFakeClock() });
  expect(attempts).toMatchObject([{ attempt: 1, status: 204, nextIn: null }]);
  const [request] = requests;
  expect(request?.headers.get('x-paperbanana-event')).toBe('task.failed');
  expect(request?.headers.get('x-paperbanana-signature')).toBe('sha256=01');
  expect(await request?.text()).toBe('{"event": "task.failed"}');
});

it.each([
  ['documented', [5000, 15_000, 60_000]],
  ['observed', [5000, 20_000]],
  ['none', []],
] as const)(
  'tries again on the %s schedule while it fails, with the same bytes and signature',
  async (schedule, delays) => {
    const { requests, fetch } = receiver([500, 503, 400, 404]);
    const clock = createFakeClock();
    const sent = sendDelivery({ ...delivery, delays: RETRY_SCHEDULES[schedule] }, { fetch, clock });
    for (const delay of delays) await clock.advance(delay);
    const attempts = await sent;
    expect(attempts.map(({ nextIn }) => nextIn)).toEqual([...delays, null]);
    const start = attempts[0]?.at ?? 0;
    let due = 0;
    expect(attempts.map(({ at }) => at - start)).toEqual([0, ...delays.map((delay) => (due += delay))]);
    const signatures = requests.map((request) => request.headers.get('x-paperbanana-signature'));
    expect(new Set(signatures)).toHaveLength(1);
  },
);

it('takes a redirect as delivered and does not follow it', async () => {
  const { requests, fetch } = receiver([302]);
  const [attempt] = await sendDelivery(delivery, { fetch, clock: createFakeClock() });
  expect(attempt).toMatchObject({ status: 302, nextIn: null });
  expect(requests[0]?.redirect).toBe('manual');
});

it('tells the network’s own words, and goes on', async () => {
  const { fetch } = receiver([new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }), 200]);
  const clock = createFakeClock();
  const sent = sendDelivery(delivery, { fetch, clock });
  await clock.advance(5000);
  expect(await sent).toMatchObject([{ status: null, failure: 'connect ECONNREFUSED' }, { status: 200 }]);
});

it('stops when it is told to', async () => {
  const { requests, fetch } = receiver([500, 500]);
  const controller = new AbortController();
  const clock = createFakeClock();
  const sent = sendDelivery(delivery, { fetch, clock }, controller.signal);
  await clock.advance(1000);
  controller.abort();
  expect(await sent).toHaveLength(1);
  expect(requests).toHaveLength(1);
  expect(clock.pending()).toEqual([]);
});
