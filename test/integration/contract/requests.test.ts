import { expect, it } from 'vitest';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import { AppError } from '../../../src/shared/app-error';
import { type ContractWorld, openContract, type Sent } from './contract-world';
import { bananadev } from './requests-bananadev';
import { bananahub } from './requests-bananahub';
import { paperbanana } from './requests-paperbanana';

const CASES = [...paperbanana, ...bananahub, ...bananadev];

function withFiles(value: unknown, world: ContractWorld): unknown {
  if (value === '$file') return world.file('a.pdf', new TextEncoder().encode('%PDF'));
  return Array.isArray(value) ? value.map((item) => withFiles(item, world)) : value;
}

/** A server that knows nothing: what is asked counts, not what is answered. */
async function sentFor(id: string, input: Record<string, unknown>): Promise<Sent[]> {
  const world = await openContract();
  const values = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withFiles(value, world)]));
  await world.send(id, values).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  return world.sent();
}

it('has a request of every endpoint', () => {
  expect(CASES.map(({ id }) => id).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
});

it.each(CASES.map((one) => [one.id, one] as const))('%s sends its documented example', async (id, { example }) => {
  expect(await sentFor(id, requireEndpoint(id).example)).toEqual(example);
});

it.each(CASES.map((one) => [one.id, one] as const))('%s sends little input and nothing besides', async (id, one) => {
  expect(await sentFor(id, one.input)).toEqual(one.least);
});
