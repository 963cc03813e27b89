import type { OperationOutput } from '../shared/contract';
import type { Mode } from '../shared/settings';
import { DatabaseTooNewError } from './jobs/migrations';
import type { Services } from './services';

type HistoryInfo = Pick<OperationOutput<'app.info'>, 'history' | 'damagedFile'>;

/** How the histories were found when they were opened, by mode. */
export interface HistoryState {
  of(mode: Mode): HistoryInfo;
  /** Opens a mode's services and remembers how its history was. Throws what `open` throws. */
  watch(mode: Mode, open: () => Services): Services;
}

/** `onChanged` is called when there is something that the user should know, and when it is over. */
export function createHistoryState(onChanged: () => void): HistoryState {
  const known = new Map<Mode, HistoryInfo>();
  const note = (mode: Mode, info: HistoryInfo): void => {
    const before = known.get(mode)?.history ?? 'sound';
    known.set(mode, info);
    if (info.history !== before) onChanged();
  };
  return {
    of: (mode) => known.get(mode) ?? { history: null, damagedFile: null },
    watch(mode, open) {
      try {
        const services = open();
        const damagedFile = services.damagedHistory;
        note(mode, { history: damagedFile === null ? 'sound' : 'damaged', damagedFile });
        return services;
      } catch (error) {
        if (error instanceof DatabaseTooNewError) note(mode, { history: 'too_new', damagedFile: null });
        throw error;
      }
    },
  };
}
