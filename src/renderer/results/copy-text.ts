import i18next from 'i18next';
import { call } from '../api';
import { attempt } from '../ui/job-actions';
import { toastNote } from '../ui/toast';

/** Copies a text and says so. */
export function copyText(text: string): void {
  attempt(
    call('clipboard.write', { text }).then(() => {
      toastNote(i18next.t('common.copied'));
    }),
  );
}
