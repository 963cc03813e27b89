import type { ShownKey } from './key-record';
import type { KeyActions } from './key-actions';

/** What every dialog about one key gets. */
export interface KeyDialogProps {
  record: ShownKey;
  actions: KeyActions;
  onClose: () => void;
}
