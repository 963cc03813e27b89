import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

interface DialogProps {
  opened: boolean;
  title: string;
  /** px */
  width: number;
  onClose: () => void;
  children: ReactNode;
}

/** Mantine's modal with a heading of our own: its `<header>` would count as a second banner of the page. */
export function Dialog({ opened, title, width, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      centered
      size={width}
      padding={16}
      transitionProps={{ duration: 160, transition: 'fade' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton iconSize={16} aria-label={t('common.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The buttons of a dialog: in sight also where its content scrolls. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}
