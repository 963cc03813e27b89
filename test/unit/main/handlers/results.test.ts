import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { JobDetail } from '../../../../src/shared/job';
import { createFileStore } from '../../../../src/main/assets/store';
import type { Desktop } from '../../../../src/main/desktop';
import { resultHandlers } from '../../../../src/main/handlers/results';
import { pngBytes } from '../../../support/pictures';
import { temporaryFolder } from '../../../support/temporary-folder';

const PNG = pngBytes(1, 1);

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function setUp() {
  const folder = temporaryFolder();
  const files = createFileStore(join(folder, 'files'));
  const { sha256 } = await files.write(once(PNG), { maxBytes: 1000 });
  const job = { title: 'Figure 1: the pipeline', assets: [{ sha256, format: 'png' }] } as JobDetail;
  const desktop = {
    chooseSaveTarget: vi.fn<Desktop['chooseSaveTarget']>(),
    tellProblem: vi.fn<Desktop['tellProblem']>(),
    reveal: vi.fn<Desktop['reveal']>(),
    openInBrowser: vi.fn<Desktop['openInBrowser']>().mockResolvedValue(),
    copyText: vi.fn<Desktop['copyText']>().mockResolvedValue(),
    copyPicture: vi.fn<Desktop['copyPicture']>().mockResolvedValue(true),
  };
  const run = vi.fn();
  const handlers = resultHandlers({
    desktop,
    render: { run },
    results: async () => ({
      files,
      problemOf: async () => undefined,
      job: () => job,
      copiesFolder: join(folder, 'copies'),
    }),
  });
  return { handlers, desktop, run, files, folder, ids: { jobId: 'j', sha256 }, sha256 };
}

it('saves the picture byte by byte under the name the user chose, and suggests a safe one', async () => {
  const { handlers, desktop, folder, ids } = await setUp();
  desktop.chooseSaveTarget.mockResolvedValue(join(folder, 'mine.png'));
  expect(await handlers['asset.saveAs'](ids, undefined)).toEqual({
    saved: { name: 'mine.png', folder },
  });
  expect(desktop.chooseSaveTarget).toHaveBeenCalledWith('Figure 1 the pipeline.png', 'png');
  expect(readFileSync(join(folder, 'mine.png'))).toEqual(PNG);
});

it('saves nothing when the dialog is closed', async () => {
  const { handlers, folder, ids } = await setUp();
  expect(await handlers['asset.saveAs'](ids, undefined)).toEqual({ saved: null });
  expect(readdirSync(folder)).toEqual(['files']);
});

it('says so where the disk does not take the file', async () => {
  const { handlers, desktop, ids } = await setUp();
  desktop.chooseSaveTarget.mockResolvedValue('/nowhere/at/all.png');
  await expect(handlers['asset.saveAs'](ids, undefined)).rejects.toMatchObject({
    data: { code: 'save_no_folder', params: { name: 'all.png', folder: '/nowhere/at' } },
  });
});

it('hands out no file that the job does not own', async () => {
  const { handlers, desktop } = await setUp();
  const others = { jobId: 'j', sha256: 'f'.repeat(64) };
  await expect(handlers['asset.saveAs'](others, undefined)).rejects.toMatchObject({ code: 'file_missing' });
  await expect(handlers['asset.showInFolder'](others, undefined)).rejects.toMatchObject({ code: 'file_missing' });
  expect(desktop.chooseSaveTarget).not.toHaveBeenCalled();
});

it('saves the file of a plain call, under the title that the window gives', async () => {
  const { handlers, desktop, folder, sha256 } = await setUp();
  desktop.chooseSaveTarget.mockResolvedValue(join(folder, 'mine.png'));
  await handlers['asset.saveAs']({ sha256, title: 'task 7' }, undefined);
  expect(desktop.chooseSaveTarget).toHaveBeenCalledWith('task 7.png', 'png');
  await handlers['asset.showInFolder']({ sha256, title: 'task 7' }, undefined);
  expect(desktop.reveal).toHaveBeenCalledWith(join(folder, 'mine.png'));
});

it('gives the value of a stored JSON file, and of no other', async () => {
  const { handlers, files, sha256 } = await setUp();
  const kept = await files.write(once(Buffer.from('[{"a":1}]')), { maxBytes: 100, as: 'json' });
  expect(kept.kind).toMatchObject({ format: 'json', mediaType: 'application/json' });
  expect(await handlers['asset.json']({ sha256: kept.sha256 }, undefined)).toEqual([{ a: 1 }]);
  await expect(handlers['asset.json']({ sha256 }, undefined)).rejects.toMatchObject({ code: 'not_text' });
  const large = await files.write(once(Buffer.alloc(20_000_001, 0x20)), { maxBytes: 30_000_000, as: 'json' });
  await expect(handlers['asset.json']({ sha256: large.sha256 }, undefined)).rejects.toMatchObject({
    code: 'file_too_large',
  });
});

it('shows a readable copy in the file manager, never the store itself', async () => {
  const { handlers, desktop, folder, ids, sha256 } = await setUp();
  await handlers['asset.showInFolder'](ids, undefined);
  await handlers['asset.showInFolder'](ids, undefined);
  const copy = join(folder, 'copies', sha256.slice(0, 8), 'Figure 1 the pipeline.png');
  expect(desktop.reveal.mock.calls).toEqual([[copy], [copy]]);
  expect(readFileSync(copy)).toEqual(PNG);
});

it('shows where the user saved it, as long as it is there', async () => {
  const { handlers, desktop, folder, ids } = await setUp();
  const mine = join(folder, 'mine.png');
  desktop.chooseSaveTarget.mockResolvedValue(mine);
  await handlers['asset.saveAs'](ids, undefined);
  await handlers['asset.showInFolder'](ids, undefined);
  expect(desktop.reveal).toHaveBeenLastCalledWith(mine);
  rmSync(mine);
  await handlers['asset.showInFolder'](ids, undefined);
  expect(desktop.reveal).not.toHaveBeenLastCalledWith(mine);
});

it('copies the picture, drawn as PNG first where the clipboard does not know its kind', async () => {
  const { handlers, desktop, run, files, sha256 } = await setUp();
  await handlers['asset.copy']({ sha256 }, undefined);
  expect(desktop.copyPicture).toHaveBeenCalledWith(PNG);
  const drawn = Buffer.from('drawn');
  desktop.copyPicture.mockResolvedValueOnce(false);
  run.mockResolvedValue(drawn);
  await handlers['asset.copy']({ sha256 }, undefined);
  expect(run).toHaveBeenCalledWith({ kind: 'thumbnail', path: files.path(sha256), width: 4096 });
  expect(desktop.copyPicture).toHaveBeenLastCalledWith(drawn);
});
