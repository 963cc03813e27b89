import type { OperationOutput } from '../shared/contract';
import type { Mode } from '../shared/settings';
import { damageOf } from './jobs/database';
import { DatabaseTooNewError } from './jobs/migrations';
import type { Services } from './services';

type HistoryInfo = Pick<OperationOutput<'app.info'>, 'history' | 'damagedFile' | 'rescued'>;

/** How the histories were found when they were opened, by mode. */
export interface HistoryState {
  of(mode: Mode): HistoryInfo;
  /** Opens a mode's services and remembers how its history was. Throws what `open` throws. */
  watch(mode: Mode, open: () => Services): Services;
  /** Some pages of the history that is in use are damaged. */
  harmed(mode: Mode): void;
  /** What the next opening is to be told as: a new history was begun, or filled with what could be rescued. */
  mended(mode: Mode, damagedFile: string, rescued: HistoryInfo['rescued']): void;
}

const SOUND: HistoryInfo = { history: 'sound', damagedFile: null, rescued: null };

/** `onChanged` is called when there is something that the user should know, and when it is over. */
export function createHistoryState(onChanged: () => void): HistoryState {
  const known = new Map<Mode, HistoryInfo>();
  const coming = new Map<Mode, HistoryInfo>();
  const note = (mode: Mode, info: HistoryInfo): void => {
    const before = known.get(mode)?.history ?? 'sound';
    known.set(mode, info);
    if (info.history !== before) onChanged();
  };
  return {
    of: (mode) => known.get(mode) ?? { ...SOUND, history: null },
    harmed(mode) {
      // where an earlier damaged file was kept is told on
      note(mode, { ...(known.get(mode) ?? SOUND), history: 'harmed' });
    },
    mended(mode, damagedFile, rescued) {
      coming.set(mode, { history: rescued ? 'rescued' : 'damaged', damagedFile, rescued });
    },
    watch(mode, open) {
      try {
        const services = open();
        const damagedFile = services.damagedHistory;
        const found = damagedFile === null ? SOUND : { ...SOUND, history: 'damaged' as const, damagedFile };
        // opened anew without having been mended, it is still harmed
        const before = known.get(mode);
        const still = damagedFile === null && before?.history === 'harmed' ? before : undefined;
        note(mode, (damagedFile === null && coming.get(mode)) || still || found);
        coming.delete(mode);
        return services;
      } catch (error) {
        if (error instanceof DatabaseTooNewError) note(mode, { ...SOUND, history: 'too_new' });
        // a page that is needed to open it at all
        if (damageOf(error)) note(mode, { ...SOUND, history: 'harmed' });
        throw error;
      }
    },
  };
}
