import { afterAll, beforeEach, expect, it, vi } from 'vitest';

type Answer = { ok: true; value: unknown } | { ok: false; error: unknown };
type Call = (operation: string, input: { name: string; bytes?: Uint8Array }) => Promise<Answer>;

const main = vi.fn<Call>();
vi.stubGlobal('window', { location: { search: '' }, plantain: { call: main, on: () => () => undefined } });
afterAll(() => {
  vi.unstubAllGlobals();
});
const { resetIntake, takeFile, usePdfIntake } = await import('../../../../src/renderer/forms/pdf-intake');
const { queryClient } = await import('../../../../src/renderer/api');
const { DEFAULT_SETTINGS } = await import('../../../../src/shared/settings');

const reference = (name: string) => ({ $file: 'a'.repeat(64), name, bytes: 4, mediaType: 'application/pdf' });
const refusal = (code: string): Answer => ({ ok: false, error: { code, retryable: false, spent: 'no' } });
const info: Answer = { ok: true, value: { pages: 1, sizes: [[612, 792]] } };
const fileOf = (name: string, size = 4) =>
  ({ name, size, arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) }) as unknown as File;

beforeEach(() => {
  main.mockReset();
  queryClient.clear();
  resetIntake();
});

it('takes a file by its path', async () => {
  main.mockImplementation((operation, input) =>
    Promise.resolve(operation === 'pdf.info' ? info : { ok: true, value: reference(input.name) }),
  );
  await takeFile(fileOf('a.pdf'));
  expect(usePdfIntake.getState()).toEqual({ busy: undefined, problem: undefined, taken: reference('a.pdf') });
  expect(main.mock.calls.map(([operation, input]) => [operation, input.bytes])).toEqual([
    ['file.import', undefined],
    ['pdf.info', undefined],
  ]);
});

it('hands over the bytes when the file has no path', async () => {
  main.mockImplementation((operation, input) =>
    Promise.resolve(
      operation === 'settings.get'
        ? { ok: true, value: DEFAULT_SETTINGS }
        : operation === 'pdf.info'
          ? info
          : input.bytes
            ? { ok: true, value: reference(input.name) }
            : refusal('file_missing'),
    ),
  );
  await takeFile(fileOf('a.pdf'));
  expect(usePdfIntake.getState().taken).toEqual(reference('a.pdf'));
});

it('reads no bytes of a file over the limit', async () => {
  main.mockImplementation((operation) =>
    Promise.resolve(operation === 'settings.get' ? { ok: true, value: DEFAULT_SETTINGS } : refusal('file_missing')),
  );
  await takeFile(fileOf('a.pdf', 200_000_001));
  const { problem, taken } = usePdfIntake.getState();
  expect(problem?.error).toMatchObject({ code: 'file_too_large', params: { megabytes: 201, limit: 200 } });
  expect(taken).toBeUndefined();
  expect(main).toHaveBeenCalledTimes(2);
});

it('keeps the last of two files, whichever answer comes first', async () => {
  const answers: ((answer: Answer) => void)[] = [];
  main.mockImplementation((operation) =>
    operation === 'pdf.info' ? Promise.resolve(info) : new Promise((resolve) => answers.push(resolve)),
  );
  const first = takeFile(fileOf('first.pdf'));
  const second = takeFile(fileOf('second.pdf'));
  answers[1]?.({ ok: true, value: reference('second.pdf') });
  await second;
  answers[0]?.({ ok: true, value: reference('first.pdf') });
  await first;
  expect(usePdfIntake.getState().taken?.name).toBe('second.pdf');
});

it('forgets what comes in after a change of mode', async () => {
  let answer: ((answer: Answer) => void) | undefined;
  main.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const taking = takeFile(fileOf('a.pdf'));
  resetIntake();
  answer?.({ ok: true, value: reference('a.pdf') });
  await taking;
  expect(usePdfIntake.getState()).toEqual({ busy: undefined, problem: undefined, taken: undefined });
});

it('lets a locked PDF take nothing', async () => {
  main.mockImplementation((operation, input) =>
    Promise.resolve(operation === 'pdf.info' ? refusal('pdf_encrypted') : { ok: true, value: reference(input.name) }),
  );
  await takeFile(fileOf('locked.pdf'));
  const { problem, taken } = usePdfIntake.getState();
  expect(problem).toMatchObject({ name: 'locked.pdf', error: { code: 'pdf_encrypted' } });
  expect(taken).toBeUndefined();
});
