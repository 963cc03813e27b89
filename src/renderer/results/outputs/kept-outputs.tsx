import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../shared/job';
import { useOperation } from '../../api';
import { formatBytes } from '../../ui/format';
import { saveAs } from '../../ui/job-actions';
import { JsonTree } from '../json-tree/json-tree';
import styles from '../results.module.css';

/** The JSON that a run left, read from where it is kept. */
export default function KeptOutputs({ jobId, asset }: { jobId: string; asset: Asset }) {
  const { t, i18n } = useTranslation();
  const { data, isError } = useOperation('asset.json', { sha256: asset.sha256 });
  return (
    <section data-testid="outputs">
      <h3 className={styles.heading}>
        {t('results.outputs.title')}
        <span className="meta number">{formatBytes(asset.bytes, i18n.language)}</span>
      </h3>
      {isError && <p className={styles.note}>{t('results.unreadable')}</p>}
      {data === undefined && !isError && <p className={styles.note}>{t('results.loading')}</p>}
      {data !== undefined && <JsonTree value={data} />}
      <div className={styles.actions}>
        <Button
          leftSection={<Download size={14} aria-hidden />}
          onClick={() => {
            saveAs({ jobId, sha256: asset.sha256 });
          }}
        >
          {t('results.outputs.save')}
        </Button>
      </div>
    </section>
  );
}
