import { expect, it, vi } from 'vitest';
import { createHistoryState } from '../../../src/main/history-state';
import { DatabaseTooNewError } from '../../../src/main/jobs/migrations';
import type { Services } from '../../../src/main/services';

const services = (damagedHistory: string | null) => ({ damagedHistory }) as Services;

it('knows nothing of a history that was not opened, and says nothing of a sound one', () => {
  const onChanged = vi.fn();
  const state = createHistoryState(onChanged);
  expect(state.of('live')).toEqual({ history: null, damagedFile: null, rescued: null });
  const opened = services(null);
  expect(state.watch('live', () => opened)).toBe(opened);
  expect(state.of('live')).toEqual({ history: 'sound', damagedFile: null, rescued: null });
  expect(state.of('demo')).toEqual({ history: null, damagedFile: null, rescued: null });
  expect(onChanged).not.toHaveBeenCalled();
});

it('tells of a damaged history with the place of the old file', () => {
  const onChanged = vi.fn();
  const state = createHistoryState(onChanged);
  state.watch('live', () => services('/data/history.db.damaged-1'));
  expect(state.of('live')).toEqual({ history: 'damaged', damagedFile: '/data/history.db.damaged-1', rescued: null });
  expect(onChanged).toHaveBeenCalledTimes(1);
});

it('tells of a history from a newer version once, however often it is tried, and when it is over', () => {
  const onChanged = vi.fn();
  const state = createHistoryState(onChanged);
  const tooNew = (): never => {
    throw new DatabaseTooNewError(9, 2);
  };
  for (let times = 0; times < 3; times += 1)
    expect(() => state.watch('demo', tooNew)).toThrow(expect.objectContaining({ code: 'history_too_new' }));
  expect(state.of('demo')).toEqual({ history: 'too_new', damagedFile: null, rescued: null });
  expect(onChanged).toHaveBeenCalledTimes(1);
  state.watch('demo', () => services(null));
  expect(state.of('demo').history).toBe('sound');
  expect(onChanged).toHaveBeenCalledTimes(2);
});

it('hands on any other failure and remembers nothing of it', () => {
  const onChanged = vi.fn();
  const state = createHistoryState(onChanged);
  expect(() =>
    state.watch('live', () => {
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect(state.of('live').history).toBeNull();
  expect(onChanged).not.toHaveBeenCalled();
});
