import { ActionIcon } from '@mantine/core';
import { CircleAlert, FileUp, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../api';
import { choosePdf, resetIntake, showPdfForm, takeFile, takeReference } from '../forms/pdf-intake';
import { firstPdf } from './dropped-pdf';
import styles from './drop-target.module.css';
import { useFileDrag } from './use-file-drag';

type Notice = { kind: 'unknown'; name: string } | { kind: 'several' };

/**
 * The whole window takes files: a PDF goes to its form, whatever the screen. It also hears of PDFs that come by the
 * menu and by the system.
 */
export function DropTarget() {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<Notice>();

  const onDrop = useCallback(async (files: readonly File[]): Promise<void> => {
    const pdf = await firstPdf(files);
    if (!pdf) {
      setNotice({ kind: 'unknown', name: files[0]?.name ?? '' });
      return;
    }
    setNotice(files.length > 1 ? { kind: 'several' } : undefined);
    showPdfForm();
    await takeFile(pdf);
  }, []);
  const dragging = useFileDrag(onDrop);

  useEffect(() => {
    const stops = [
      onEvent('file.opened', ({ file }) => {
        showPdfForm();
        void takeReference(file);
      }),
      onEvent('command', ({ command }) => {
        if (command !== 'open-pdf') return;
        showPdfForm();
        void choosePdf();
      }),
      onEvent('mode.changed', resetIntake),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  return (
    <>
      {dragging && (
        <div className={styles.overlay}>
          <FileUp size={20} strokeWidth={1.6} aria-hidden />
          <span>{t('shell.dropHere')}</span>
        </div>
      )}
      {notice && (
        <div className={styles.notice} role="alert">
          <CircleAlert size={16} strokeWidth={1.6} aria-hidden />
          <span>
            {notice.kind === 'unknown' ? t('shell.dropUnknown', { name: notice.name }) : t('shell.dropSeveral')}
          </span>
          <ActionIcon
            size={24}
            aria-label={t('common.close')}
            onClick={() => {
              setNotice(undefined);
            }}
          >
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}
