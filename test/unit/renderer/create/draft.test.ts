import { expect, it } from 'vitest';
import { z } from 'zod';
import { createDraftWriter, draftOf } from '../../../../src/renderer/create/draft';
import { requireEndpoint } from '../../../../src/shared/endpoints/index';
import { field } from '../../../../src/shared/fields';

const endpoint = requireEndpoint('paperbanana.generate');

/** A timer that is turned by hand. */
function handTimer() {
  let pending: (() => void) | undefined;
  return {
    after: (_ms: number, run: () => void) => {
      pending = run;
      return () => {
        if (pending === run) pending = undefined;
      };
    },
    ring: () => pending?.(),
  };
}

it('keeps what was typed and leaves out what was left to the server', () => {
  expect(draftOf(endpoint, { caption: 'A', iterations: undefined, stranger: 1 })).toEqual({ caption: 'A' });
});

it('is nothing for an empty form', () => {
  expect(draftOf(endpoint, { caption: undefined })).toBeNull();
});

it('never keeps a masked field', () => {
  const secret = {
    ...endpoint,
    input: z.strictObject({ key: field(z.string(), { in: 'body', widget: 'secret', masked: true }) }),
  };
  expect(draftOf(secret, { key: 'pb_canary' })).toBeNull();
});

it('writes the last state once after a while of quiet', () => {
  const timer = handTimer();
  const written: unknown[] = [];
  const writer = createDraftWriter({ write: (draft) => written.push(draft), after: timer.after, quietMs: 400 });
  writer.put({ caption: 'A' });
  writer.put({ caption: 'AB' });
  expect(written).toEqual([]);
  timer.ring();
  timer.ring();
  expect(written).toEqual([{ caption: 'AB' }]);
});

it('writes at once when flushed, and not again', () => {
  const timer = handTimer();
  const written: unknown[] = [];
  const writer = createDraftWriter({ write: (draft) => written.push(draft), after: timer.after, quietMs: 400 });
  writer.put(null);
  writer.flush();
  writer.flush();
  timer.ring();
  expect(written).toEqual([null]);
});
