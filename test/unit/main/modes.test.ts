import { expect, it, vi } from 'vitest';
import type { Mode } from '../../../src/shared/settings';
import { createModes, type OpenMode } from '../../../src/main/modes';

function setUp(initial: Mode = 'live') {
  const open = vi.fn((mode: Mode) => Promise.resolve({ mode, close: vi.fn<OpenMode['close']>().mockResolvedValue() }));
  const clearDemo = vi.fn(() => Promise.resolve());
  const onSwitched = vi.fn<(mode: Mode) => void>();
  return { modes: createModes({ initial, open, clearDemo, onSwitched }), open, clearDemo, onSwitched };
}

it('opens a mode when it is first needed, and once', async () => {
  const { modes, open } = setUp();
  expect(open).not.toHaveBeenCalled();
  expect(await modes.services()).toBe(await modes.services());
  expect(open.mock.calls).toEqual([['live']]);
});

it('keeps the live services open while the demo is shown', async () => {
  const { modes, onSwitched } = setUp();
  const live = await modes.services();
  modes.switchTo('demo');
  expect(modes.current()).toBe('demo');
  expect((await modes.services()).mode).toBe('demo');
  expect(await modes.services('live')).toBe(live);
  expect(live.close).not.toHaveBeenCalled();
  expect(onSwitched.mock.calls).toEqual([['demo']]);
});

it('opens no mode to say whether it is open', async () => {
  const { modes, open } = setUp('demo');
  expect(await modes.opened('live')).toBeUndefined();
  expect(open).not.toHaveBeenCalled();
  const live = await modes.services('live');
  expect(await modes.opened('live')).toBe(live);
});

it('tells nothing when the mode stays what it is', () => {
  const { modes, onSwitched } = setUp('demo');
  modes.switchTo('demo');
  expect(onSwitched).not.toHaveBeenCalled();
});

it('closes the demo before it deletes what it stored, and opens it anew', async () => {
  const { modes, clearDemo, onSwitched } = setUp('demo');
  const before = await modes.services();
  clearDemo.mockImplementation(() => {
    expect(before.close).toHaveBeenCalledOnce();
    return Promise.resolve();
  });
  await modes.resetDemo();
  expect(clearDemo).toHaveBeenCalledOnce();
  expect(onSwitched).toHaveBeenCalledWith('demo');
  expect(await modes.services()).not.toBe(before);
});

it('tries again after a mode could not be opened', async () => {
  const { modes, open } = setUp();
  open.mockRejectedValueOnce(new Error('disk full'));
  await expect(modes.services()).rejects.toThrow('disk full');
  expect((await modes.services()).mode).toBe('live');
});

it('closes what is open, and opens nothing after that', async () => {
  const { modes } = setUp();
  const live = await modes.services('live');
  const demo = await modes.services('demo');
  await modes.close();
  expect(live.close).toHaveBeenCalledOnce();
  expect(demo.close).toHaveBeenCalledOnce();
  await expect(modes.services()).rejects.toThrow();
});
