import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createHistoryMending } from '../../../src/main/history-mending';
import { createHistoryState } from '../../../src/main/history-state';
import { createModes } from '../../../src/main/modes';
import type { Services } from '../../../src/main/services';
import { AppError } from '../../../src/shared/app-error';
import { createFakeClock } from '../../support/fake-clock';
import { temporaryFolder } from '../../support/temporary-folder';

async function setUp(rescue: () => Promise<{ jobs: number; remains: number }>) {
  const folder = temporaryFolder();
  const path = join(folder, 'history.db');
  writeFileSync(path, 'damaged pages');
  const history = createHistoryState(() => undefined);
  const open = vi.fn(async () => {
    history.watch('live', () => ({ damagedHistory: null }) as Services);
    return { close: async () => undefined };
  });
  const modes = createModes({ initial: 'live', open, clearDemo: async () => undefined, onSwitched: () => undefined });
  await modes.services();
  history.harmed('live');
  const thread = {
    rescue: async (_from: string, to: string) => (writeFileSync(to, 'half'), { ...(await rescue()), lost: [] }),
  };
  const mend = createHistoryMending({
    folderOf: () => folder,
    modes,
    history,
    thread: thread as unknown as Parameters<typeof createHistoryMending>[0]['thread'],
    clock: createFakeClock(),
  });
  return { mend, history, modes, open, path };
}

it('leaves a history where it is, offered again and in use, where the rescue fails', async () => {
  const { mend, history, open, path } = await setUp(() => Promise.reject(new AppError('disk_full')));
  await expect(mend('live', 'rescue')).rejects.toMatchObject({ code: 'disk_full' });
  expect(existsSync(path)).toBe(true);
  expect(history.of('live')).toMatchObject({ history: 'harmed' });
  expect(open).toHaveBeenCalledTimes(2);
});

it('puts the rescued history in its place when it is whole, and keeps the damaged one', async () => {
  const { mend, history, path } = await setUp(() => Promise.resolve({ jobs: 3, remains: 1 }));
  await mend('live', 'rescue');
  const { damagedFile, ...told } = history.of('live');
  expect(told).toEqual({ history: 'rescued', rescued: { jobs: 3, remains: 1 } });
  expect(damagedFile).not.toBeNull();
  expect(existsSync(path) && existsSync(String(damagedFile))).toBe(true);
});
