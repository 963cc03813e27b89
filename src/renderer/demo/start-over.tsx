import { useTranslation } from 'react-i18next';
import { call } from '../api';
import { Confirm } from '../ui/confirm';
import { toastError } from '../ui/toast';
import { useUi } from '../ui-store';

async function startOver(): Promise<void> {
  // no form may write its draft into the new beginning
  useUi.getState().go('queue');
  try {
    await call('demo.reset', undefined);
  } catch (error) {
    toastError(error);
  }
}

/** Stands outside the controls' popover, which closes as soon as the question comes up. */
export default function StartOver({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Confirm
      opened={opened}
      title={t('demo.startOverTitle')}
      text={t('demo.startOverText')}
      yes={t('demo.startOverYes')}
      onClose={onClose}
      onYes={startOver}
    />
  );
}
