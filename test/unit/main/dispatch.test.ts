import { expect, it, vi } from 'vitest';
import { AppError } from '../../../src/shared/app-error';
import type { Log } from '../../../src/shared/log';
import { createDispatch, type Dispatch, type Handlers } from '../../../src/main/dispatch';

const log: Log & { lines: string[] } = {
  lines: [],
  info: () => undefined,
  warn: () => undefined,
  error: (message) => log.lines.push(message),
};

function dispatchWith(handlers: Partial<Handlers>, strict = true): Dispatch {
  log.lines = [];
  return createDispatch(handlers as Handlers, { strict, log });
}

it('hands the parsed input to the handler and its answer back', async () => {
  const handler = vi.fn<Handlers['job.submit']>().mockResolvedValue({ jobId: 'j1' });
  const dispatch = dispatchWith({ 'job.submit': handler });
  const input = { endpoint: 'paperbanana.generate', input: { caption: 'x' } };
  expect(await dispatch('job.submit', input, undefined)).toEqual({ ok: true, value: { jobId: 'j1' } });
  expect(handler).toHaveBeenCalledWith(input, undefined);
});

it.each(['no.such', 'toString', '__proto__', 'constructor', 42, null, undefined, { toString: () => 'app.info' }])(
  'refuses %s as unknown operation',
  async (name) => {
    const reply = await dispatchWith({})(name, undefined, undefined);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unknown_operation' } });
  },
);

it('refuses an input that breaks the contract, and names the field', async () => {
  const handler = vi.fn<Handlers['clipboard.write']>();
  const reply = await dispatchWith({ 'clipboard.write': handler })('clipboard.write', { text: 7 }, undefined);
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', issues: [{ field: 'text' }] } });
  expect(handler).not.toHaveBeenCalled();
});

it('passes on an absolute path from the preload, and refuses any other third value', async () => {
  const ref = { $file: 'a'.repeat(64), name: 'a.pdf', bytes: 1, mediaType: 'application/pdf' };
  const handler = vi.fn<Handlers['file.import']>().mockResolvedValue(ref);
  const dispatch = dispatchWith({ 'file.import': handler });
  expect(await dispatch('file.import', { name: 'a.pdf' }, '/home/ada/a.pdf')).toEqual({ ok: true, value: ref });
  expect(handler).toHaveBeenCalledWith({ name: 'a.pdf' }, '/home/ada/a.pdf');
  for (const file of ['a.pdf', '../a.pdf', 7, { path: '/a' }, null]) {
    expect(await dispatch('file.import', { name: 'a.pdf' }, file)).toMatchObject({ error: { code: 'invalid_input' } });
  }
});

it('hands back an expected error as it is, without logging it', async () => {
  const dispatch = dispatchWith({
    'file.sample': () => {
      throw new AppError('disk_full', { spent: 'yes' });
    },
  });
  expect(await dispatch('file.sample', undefined, undefined)).toMatchObject({
    error: { code: 'disk_full', spent: 'yes' },
  });
  expect(log.lines).toEqual([]);
});

it('tells the window nothing of an unexpected error but that there was one', async () => {
  const dispatch = dispatchWith({ 'file.sample': () => Promise.reject(new Error('/home/ada/secret.pdf is odd')) });
  const reply = await dispatch('file.sample', undefined, undefined);
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(reply)).not.toContain('secret.pdf');
  expect(log.lines).toEqual(['file.sample failed unexpectedly']);
});

it('fails a call whose answer breaks the contract while developing, and logs it in production', async () => {
  const handlers = { 'asset.saveAs': () => ({ saved: 'perhaps' }) } as unknown as Partial<Handlers>;
  const input = { jobId: 'j', sha256: 'a' };
  expect(await dispatchWith(handlers)('asset.saveAs', input, undefined)).toMatchObject({ error: { code: 'internal' } });
  const relaxed = await dispatchWith(handlers, false)('asset.saveAs', input, undefined);
  expect(relaxed).toEqual({ ok: true, value: { saved: 'perhaps' } });
  expect(log.lines).toEqual(['the answer of asset.saveAs breaks the contract']);
});
