import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api';
import { attempt } from '../ui/job-actions';
import styles from './queue.module.css';

/** The user's own knowledge about a submission whose answer never came. */
export function TaskIdForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [taskId, setTaskId] = useState('');
  const remoteId = taskId.trim();
  return (
    <form
      className={styles.taskId}
      onSubmit={(event) => {
        event.preventDefault();
        if (remoteId) attempt(call('job.resolve', { id, remoteId }).then(onClose));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        label={t('queue.taskId')}
        description={t('queue.taskIdHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={taskId}
        autoFocus
        spellCheck={false}
        maxLength={200}
        onChange={(event) => {
          setTaskId(event.currentTarget.value);
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" disabled={remoteId === ''}>
          {t('queue.useTaskId')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
