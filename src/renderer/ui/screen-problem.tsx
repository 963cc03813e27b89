import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toAppErrorData } from '../../shared/app-error';
import { Problem } from './problem';
import styles from './screen-problem.module.css';

/** In place of what a screen could not be given. */
export function ScreenProblem({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.place}>
      <div className={styles.card}>
        <Problem error={toAppErrorData(error)} actions={<Button onClick={again}>{t('common.retry')}</Button>} />
      </div>
    </div>
  );
}
