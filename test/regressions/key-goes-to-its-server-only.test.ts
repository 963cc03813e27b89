import { expect, it } from 'vitest';
import { findAccount } from '../../src/cli/accounts';
import { createWords } from '../../src/cli/words';
import { keyLine, readKeyLine } from '../../src/main/credentials/key-line';
import { requireServer } from '../../src/main/credentials/require-server';
import { normalizeSecret } from '../../src/main/credentials/secret';
import { testConnection } from '../../src/main/connection-test';
import { generate } from '../../src/shared/endpoints/paperbanana';
import { account, heardBy, KEY, openAccounts, openServer } from '../support/account-world';
import { errorOf } from '../support/http-world';
import { json } from '../support/loopback-server';
import { askOnce } from '../support/server-scene';

const OFFICIAL = 'https://api.paperbanana.me';
const TASK = 'a1b2c3d4e5f6';
const input = { source_context: 'a', caption: 'b' };
const key = { secret: KEY, keep: 'keychain' } as const;

async function movedAccount(
  answer: 'move' | 'leave' | 'cancel' | undefined,
  keep: 'keychain' | 'session' = 'keychain',
) {
  const accounts = openAccounts();
  const [own, other] = [await openServer(), await openServer()];
  const { book, world } = accounts.start();
  const { id } = await book.save({ ...account, baseUrl: own.url, key: { ...key, keep } });
  if (answer) accounts.askMove.mockResolvedValue(answer);
  const moved = await book.save({ ...account, id, baseUrl: other.url }).catch((error: unknown) => error);
  const submit = () =>
    world.services.jobs.submit({ endpoint: generate.id, input, profile: book.profileFor(generate, id) });
  return { ...accounts, own, other, book, world, id, moved, submit };
}

it('is kept beside its server in one line that no older version would send', () => {
  for (const server of ['https://a.example', 'http://127.0.0.1:8000', null]) {
    const kept = { secret: KEY, server };
    expect(readKeyLine(keyLine(kept))).toEqual(kept);
  }
  expect(() => normalizeSecret(keyLine({ secret: KEY, server: OFFICIAL }))).toThrow();
  // what older versions kept is read as it is, whatever it looks like
  for (const secret of ['plantain-1', 'plantain-1:https://a.example', '{"v":1}'])
    expect(readKeyLine(secret)).toEqual({ secret, server: null });
});

const SAME = [
  'https://a.example',
  'https://a.example/',
  'https://a.example/api/v2?x=1',
  'https://A.EXAMPLE',
  'https://a.example:443',
];
const OTHERS = [
  'http://a.example',
  'https://a.example:8443',
  'https://a.example.',
  'https://a.example.evil.test',
  'https://evil.test/a.example',
  'https://a.example@evil.test',
  'https://evil.test#a.example',
  'https://www.a.example',
  'https://а.example',
  'https://aexample',
  'https://[::1]',
  'https://127.0.0.1',
];

it.each(SAME)('goes to %s, which is its server', (address) => {
  expect(() => {
    requireServer({ server: 'https://a.example' }, 'paperbanana', address);
  }).not.toThrow();
});

it.each(OTHERS)('does not go to %s, which is not', (address) => {
  const refusal = { code: 'key_elsewhere', data: { params: { own: 'https://a.example' } } };
  expect(() => {
    requireServer({ server: 'https://a.example' }, 'paperbanana', address);
  }).toThrow(expect.objectContaining({ code: refusal.code }));
});

it('asks when an account moves, with both servers, and changes nothing where the answer is no', async () => {
  const { askMove, own, other, moved, book, id, line, submit } = await movedAccount('cancel');
  expect(moved).toMatchObject({ code: 'canceled' });
  expect(askMove.mock.calls).toEqual([[{ own: own.url, other: other.url, hint: KEY.slice(-4) }]]);
  expect(await book.list()).toMatchObject([{ id, baseUrl: own.url, secret: 'keychain', keyServer: null }]);
  expect(line(id)).toBe(`plantain-1 ${own.url} ${KEY}`);
  own.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  await submit();
  expect(heardBy(own)).toContain(KEY);
  expect(other.received).toEqual([]);
});

it.each(['keychain', 'session'] as const)('stays behind (%s) where the account moves without it', async (keep) => {
  const { own, other, moved, submit, book, id, world } = await movedAccount('leave', keep);
  expect(moved).toMatchObject({ baseUrl: other.url, secret: 'none', secretHint: null, keyServer: own.url });
  const refused = { code: 'key_elsewhere', spent: 'no', params: { own: own.url, other: other.url } };
  expect(await errorOf(submit())).toMatchObject(refused);
  const profile = book.profileFor(generate, id);
  const steps = await testConnection(profile, {
    network: undefined,
    newId: () => '0-0',
    call: (endpoint, values) => world.services.call({ endpoint, input: values, profile }),
  });
  expect(steps).toContainEqual(
    expect.objectContaining({ step: 'auth', state: 'failed', error: expect.objectContaining(refused) as unknown }),
  );
  expect(other.received).toEqual([]);
  // a refused submission leaves no line in the queue
  expect(world.services.jobs.list({ scope: 'all', limit: 1 }).total).toBe(0);
});

it('goes along where the user says so outside the page', async () => {
  const { other, moved, submit, id, line } = await movedAccount('move');
  expect(moved).toMatchObject({ baseUrl: other.url, secret: 'keychain', keyServer: null });
  expect(line(id)).toBe(`plantain-1 ${other.url} ${KEY}`);
  other.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  await submit();
  expect(heardBy(other)).toContain(KEY);
});

it('asks nothing where a new key comes with the address, the path alone changes, or there is no key', async () => {
  const { start, askMove, line } = openAccounts();
  const { book } = start();
  const none = await book.save({ ...account, baseUrl: 'https://a.example' });
  await book.save({ ...account, id: none.id, baseUrl: 'https://b.example' });
  await book.save({ ...account, id: none.id, baseUrl: 'https://c.example', key });
  await book.save({ ...account, id: none.id, baseUrl: 'https://c.example/v2', name: 'Other' });
  expect(line(none.id)).toBe(`plantain-1 https://c.example ${KEY}`);
  expect(askMove).not.toHaveBeenCalled();
});

it('asks one question at a time: a page cannot pile them up', async () => {
  const { start, askMove, settings } = openAccounts();
  const { book } = start();
  const { id } = await book.save({ ...account, baseUrl: 'https://a.example', key });
  let answer: (said: 'leave') => void = () => undefined;
  askMove.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const asked = Array.from({ length: 5 }, (_, index) =>
    book.save({ ...account, id, baseUrl: `https://b${index}.example` }).then(
      () => 'saved',
      (error: unknown) => (error as { code: string }).code,
    ),
  );
  await Promise.all(asked.slice(1));
  answer('leave');
  expect(await Promise.all(asked)).toEqual(['saved', 'canceled', 'canceled', 'canceled', 'canceled']);
  expect(askMove).toHaveBeenCalledTimes(1);
  expect(settings().profiles[0]?.baseUrl).toBe('https://b0.example');
});

it('is not overwritten by the former key where another is entered while the question stands', async () => {
  const { start, askMove, line } = openAccounts();
  const { book } = start();
  const { id } = await book.save({ ...account, baseUrl: 'https://a.example', key });
  askMove.mockImplementation(async () => {
    await book.setSecret({ id, secret: 'pb_second_key_000', keep: 'keychain' });
    return 'move';
  });
  const refusal = await errorOf(book.save({ ...account, id, baseUrl: 'https://b.example' }));
  expect(refusal.code).toBe('canceled');
  expect(line(id)).toBe('plantain-1 https://a.example pb_second_key_000');
});

it('does not follow an address that was edited into the settings’ file', async () => {
  const { start, editSettings } = openAccounts();
  const [own, other] = [await openServer(), await openServer()];
  const { id } = await start().book.save({ ...account, baseUrl: own.url, key });
  editSettings((profile) => ({ ...profile, baseUrl: other.url }));
  const { book, world, settings, vault } = start();
  expect(await book.list()).toMatchObject([{ id, baseUrl: other.url, secret: 'none', keyServer: own.url }]);
  const profile = book.profileFor(generate, undefined);
  const refused = { code: 'key_elsewhere', params: { own: own.url, other: other.url } };
  expect(await errorOf(world.services.jobs.submit({ endpoint: generate.id, input, profile }))).toMatchObject(refused);
  // the command line reads the same file
  const { t } = createWords({});
  const call = findAccount({ endpoint: generate, baseUrl: undefined, env: {}, settings: settings.get(), vault, t });
  expect(await errorOf(call)).toMatchObject(refused);
  expect(other.received).toEqual([]);
});

it('does not follow an account of another service that takes the place of its own', async () => {
  const { start, editSettings } = openAccounts();
  const { id } = await start().book.save({ ...account, baseUrl: OFFICIAL, key });
  editSettings((profile) => ({ ...profile, provider: 'bananahub', baseUrl: 'https://bananahub.io/api/v1' }));
  const { book } = start();
  const refusal = await errorOf(book.secretOf(id, 'https://bananahub.io/api/v1/generate'));
  expect(refusal).toMatchObject({ code: 'key_elsewhere', params: { own: OFFICIAL, other: 'https://bananahub.io' } });
});

it('leaves a job at the former server blocked, and collects it when the account is back with its key', async () => {
  const { start, askMove } = openAccounts();
  const [own, other] = [await openServer(), await openServer()];
  own.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  own.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'pending' }));
  const { book, world } = start();
  const { id } = await book.save({ ...account, baseUrl: own.url, key });
  await world.services.jobs.submit({ endpoint: generate.id, input, profile: book.profileFor(generate, id) });
  await askOnce(world);

  // with another key for the new server: neither key reaches the server of the other
  const second = 'pb_second_key_0000000';
  await book.save({ ...account, id, baseUrl: other.url, key: { secret: second, keep: 'keychain' } });
  await askOnce(world);
  const blocked = await world.until(({ state }) => state === 'blocked');
  expect(blocked).toMatchObject({
    error: { code: 'key_elsewhere', spent: 'yes', params: { own: other.url, other: own.url } },
  });
  expect(heardBy(own)).not.toContain(second);
  expect(other.received).toEqual([]);

  askMove.mockResolvedValue('leave');
  own.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Drawn.' }));
  await book.save({ ...account, id, baseUrl: own.url, key });
  await askOnce(world);
  await world.until(({ state }) => state === 'done' || state === 'collecting');
  expect(heardBy(own)).not.toContain(second);
  expect(other.received).toEqual([]);
});

it('goes on asking the former server about its jobs where the key has stayed there', async () => {
  const { start, askMove } = openAccounts();
  const [own, other] = [await openServer(), await openServer()];
  own.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  own.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'pending' }));
  const { book, world } = start();
  const { id } = await book.save({ ...account, baseUrl: own.url, key });
  await world.services.jobs.submit({ endpoint: generate.id, input, profile: book.profileFor(generate, id) });
  askMove.mockResolvedValue('leave');
  await book.save({ ...account, id, baseUrl: other.url });
  await askOnce(world);
  expect(world.job()).toMatchObject({ pollCount: 1, error: null });
  expect(other.received).toEqual([]);
});

it('is bound to the documented server by its first use where an older version kept it', async () => {
  const { start, keytar, line } = openAccounts([{ ...account, id: 'old', baseUrl: OFFICIAL }]);
  keytar.entries.set('Plantain/old', KEY);
  const { book } = start();
  expect(await book.list()).toMatchObject([{ secret: 'keychain', keyServer: null }]);
  expect(await book.secretOf('old', `${OFFICIAL}/api/generate`)).toBe(KEY);
  expect(line('old')).toBe(`plantain-1 ${OFFICIAL} ${KEY}`);
});

it('is bound to no other by its use: the settings may have been edited since it was entered', async () => {
  const other = await openServer();
  const { start, keytar, line, askMove } = openAccounts([{ ...account, id: 'old', baseUrl: other.url }]);
  keytar.entries.set('Plantain/old', KEY);
  const { book, world } = start();
  const profile = book.profileFor(generate, 'old');
  const refusal = await errorOf(world.services.jobs.submit({ endpoint: generate.id, input, profile }));
  expect(refusal).toMatchObject({ code: 'key_unbound', params: { other: other.url } });
  expect(await book.list()).toMatchObject([{ secret: 'none', keyServer: '' }]);
  expect(other.received).toEqual([]);
  // saving the account asks, and binds it
  askMove.mockResolvedValue('move');
  expect(await book.save({ ...account, id: 'old', baseUrl: other.url })).toMatchObject({ secret: 'keychain' });
  expect(askMove.mock.calls).toEqual([[{ own: null, other: other.url, hint: KEY.slice(-4) }]]);
  expect(line('old')).toBe(`plantain-1 ${other.url} ${KEY}`);
});

it('is asked about with its documented server where an older version’s account moves before its first use', async () => {
  const { start, keytar, line, askMove } = openAccounts([{ ...account, id: 'old', baseUrl: OFFICIAL }]);
  keytar.entries.set('Plantain/old', KEY);
  const { book } = start();
  askMove.mockResolvedValue('leave');
  await book.save({ ...account, id: 'old', baseUrl: 'https://evil.test' });
  expect(askMove.mock.calls).toEqual([[{ own: OFFICIAL, other: 'https://evil.test', hint: KEY.slice(-4) }]]);
  expect(line('old')).toBe(`plantain-1 ${OFFICIAL} ${KEY}`);
});

it('cannot leave for an account that is moved while the keychain does not answer', async () => {
  const { start, keytar } = openAccounts();
  const { book } = start();
  const { id } = await book.save({ ...account, baseUrl: 'https://a.example', key });
  keytar.state = 'dead';
  await book.save({ ...account, id, baseUrl: 'https://b.example' });
  keytar.state = 'open';
  const { book: later } = start();
  expect((await errorOf(later.secretOf(id, 'https://b.example/x'))).code).toBe('key_elsewhere');
});
