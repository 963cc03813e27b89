import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import { Dialog } from '../../ui/dialog';
import { DeleteKey } from './delete-key';
import { EditKey } from './edit-key';
import type { KeyActions } from '../../keys/key-actions';
import { KeyDetails } from './key-details';
import { NewKey } from './new-key';
import { WebhookKey } from '../../keys/webhook-key';

export type KeyDialogKind = 'details' | 'edit' | 'webhook' | 'delete';
export type OpenKeyDialog = { kind: 'new' } | { kind: KeyDialogKind; record: ShownKey };

interface KeyDialogsProps {
  /** Kept while it closes, so that its words do not vanish before it does. */
  dialog: OpenKeyDialog | undefined;
  opened: boolean;
  actions: KeyActions;
  onClose: () => void;
}

const WIDTHS: Record<KeyDialogKind, number> = { details: 640, edit: 440, webhook: 480, delete: 440 };

export function KeyDialogs({ dialog, opened, actions, onClose }: KeyDialogsProps) {
  const { t } = useTranslation();
  if (!dialog) return null;
  if (dialog.kind === 'new') return <NewKey opened={opened} actions={actions} onClose={onClose} />;
  const { kind, record } = dialog;
  const { name } = record;
  const title = {
    details: t('keys.detailsOf', { name }),
    edit: t('handedOut.editTitle', { name }),
    webhook: t('handedOut.webhookTitle', { name }),
    delete: t('handedOut.deleteTitle', { name }),
  }[kind];
  const props = { record, actions, onClose };
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={WIDTHS[kind]}>
      {kind === 'details' && <KeyDetails {...props} />}
      {kind === 'edit' && <EditKey {...props} />}
      {kind === 'webhook' && <WebhookKey {...props} />}
      {kind === 'delete' && <DeleteKey {...props} />}
    </Dialog>
  );
}
