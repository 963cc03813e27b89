import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from './dialog';

interface ConfirmProps {
  /** Names the thing. */
  title: string;
  /** What goes and what stays. */
  text: string;
  /** The verb on the button. */
  yes: string;
  opened: boolean;
  onClose: () => void;
  onYes: () => Promise<void>;
}

/** Before something is destroyed. The safe button has the focus. */
export function Confirm({ title, text, yes, opened, onClose, onYes }: ConfirmProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={420}>
      <p style={{ margin: '0 0 14px', color: 'var(--ink-2)' }}>{text}</p>
      <DialogFoot>
        <Button data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          c="var(--bad)"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onYes().finally(() => {
              setBusy(false);
              onClose();
            });
          }}
        >
          {yes}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
