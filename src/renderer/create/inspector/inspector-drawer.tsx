import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import Inspector from './inspector';
import styles from './inspector.module.css';

/** The inspector where it has no room of its own. */
export default function InspectorDrawer({ close }: { close(): void }) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened onClose={close} position="right" size={348} transitionProps={{ duration: 160 }}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content aria-label={t('create.request')}>
        <Drawer.Body className={styles.drawer}>
          <Inspector />
          <Drawer.CloseButton size={28} iconSize={16} className={styles.closeDrawer} aria-label={t('common.close')} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
