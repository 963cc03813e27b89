import { expect, it, vi } from 'vitest';
import { appHandlers } from '../../../../src/main/handlers/app';
import { createSettingsStore } from '../../../../src/main/settings-store';

function setUp(stored: object, startedAsDemo = false) {
  const file = { read: () => stored, write: () => undefined, moveAside: () => undefined };
  const settings = createSettingsStore(file, { onChanged: () => undefined, log: () => undefined });
  const modes = {
    current: vi.fn<() => 'live' | 'demo'>().mockReturnValue(startedAsDemo ? 'demo' : 'live'),
    switchTo: vi.fn<(mode: 'live' | 'demo') => void>(),
    resetDemo: vi.fn<() => Promise<void>>().mockResolvedValue(),
  };
  const info = { version: '0.1.0', electron: '25.1.1', platform: 'linux', hasSample: true };
  return {
    handlers: appHandlers({
      ...{ info, settings, modes, startedAsDemo, locale: () => 'en' },
      history: () => ({ history: 'damaged', damagedFile: '/data/history.db.damaged', rescued: null }),
      mendHistory: () => Promise.resolve(),
    }),
    settings,
    modes,
  };
}

it('is a first run until a mode is chosen, unless the demo was asked for', async () => {
  const { handlers } = setUp({});
  expect(await handlers['app.info'](undefined, undefined)).toMatchObject({ firstRun: true, mode: 'live' });
  await handlers['mode.set']({ mode: 'demo' }, undefined);
  expect(await handlers['app.info'](undefined, undefined)).toMatchObject({ firstRun: false });
  expect(await setUp({}, true).handlers['app.info'](undefined, undefined)).toMatchObject({
    firstRun: false,
    mode: 'demo',
  });
});

it('says how the history was found', async () => {
  expect(await setUp({}).handlers['app.info'](undefined, undefined)).toMatchObject({
    history: 'damaged',
    damagedFile: '/data/history.db.damaged',
  });
});

it('remembers the chosen mode and switches to it', async () => {
  const { handlers, settings, modes } = setUp({});
  await handlers['mode.set']({ mode: 'live' }, undefined);
  expect(settings.get().mode).toBe('live');
  expect(modes.switchTo).toHaveBeenCalledWith('live');
});

it('changes settings and answers with all of them', async () => {
  const { handlers } = setUp({ theme: 'dark' });
  expect(await handlers['settings.patch']({ locale: 'zh-CN' }, undefined)).toMatchObject({
    theme: 'dark',
    locale: 'zh-CN',
  });
  expect(await handlers['settings.get'](undefined, undefined)).toMatchObject({ locale: 'zh-CN' });
});
