import { expect, it } from 'vitest';
import { createExchangeRepository } from '../../../../src/main/jobs/exchange-repository';
import type { NewExchange } from '../../../../src/shared/exchange';
import { diagram } from '../../../support/example-job';
import { createJobWorld } from '../../../support/job-world';

function exchange(jobId: string | null, extra: Partial<NewExchange> = {}): NewExchange {
  return {
    ...{ jobId, endpoint: 'paperbanana.task', method: 'GET', url: 'https://x.example/api/tasks/1' },
    ...{ requestHeaders: {}, requestBody: null, requestBytes: 0, status: 200, responseHeaders: {} },
    ...{ responseBody: '{}', responseBytes: 2, queuedAt: 1, sentAt: 1, firstByteAt: 2, doneAt: 3, attempts: 1 },
    ...{ error: null, format: null },
    ...extra,
  };
}

it('keeps the first five and the last twenty of a job', async () => {
  const { database, jobs } = createJobWorld();
  const exchanges = createExchangeRepository(database);
  const { jobId } = await jobs.submit(diagram);
  const ids = Array.from({ length: 60 }, () => exchanges.record(exchange(jobId)));
  expect(exchanges.list(jobId).map(({ id }) => id)).toEqual([...ids.slice(0, 5), ...ids.slice(-20)]);
});

it('keeps the last hundred that belong to no job', () => {
  const { database } = createJobWorld();
  const exchanges = createExchangeRepository(database);
  const ids = Array.from({ length: 105 }, () => exchanges.record(exchange(null)));
  expect(exchanges.find(ids[4] ?? 0)).toBeUndefined();
  expect(exchanges.find(ids[5] ?? 0)).toMatchObject({ id: ids[5], status: 200 });
});

it('cuts bodies that are too long for a look', () => {
  const { database } = createJobWorld();
  const exchanges = createExchangeRepository(database);
  const id = exchanges.record(exchange(null, { requestBody: 'a'.repeat(200_000), responseBody: 'b'.repeat(200_000) }));
  const kept = exchanges.find(id);
  expect(kept?.requestBody).toBe(`${'a'.repeat(65_536)}…`);
  expect(kept?.responseBody).toHaveLength(65_537);
});
