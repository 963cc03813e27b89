import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import { Dialog } from '../../ui/dialog';
import type { KeyActions } from '../../keys/key-actions';
import { NewKeyForm } from './new-key-form';
import { ShownOnce } from './shown-once';

interface NewKeyProps {
  opened: boolean;
  actions: KeyActions;
  onClose: () => void;
}

/** Makes a key, then shows the whole of it once. Leaving before it was copied is asked about. */
export function NewKey({ opened, actions, onClose }: NewKeyProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<ShownKey>();
  const [copied, setCopied] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = (): void => {
    if (made && !copied && !leaving) setLeaving(true);
    else onClose();
  };
  const title = made ? t('handedOut.onceTitle', { name: made.name }) : t('handedOut.newTitle');
  return (
    <Dialog opened={opened} onClose={leave} title={title} width={480}>
      {made ? (
        <ShownOnce
          record={made}
          copied={copied}
          leaving={leaving}
          onCopied={() => {
            setCopied(true);
            setLeaving(false);
          }}
          onStay={() => {
            setLeaving(false);
          }}
          onLeave={leave}
        />
      ) : (
        <NewKeyForm actions={actions} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  );
}
