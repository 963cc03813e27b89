import { ActionIcon, Button } from '@mantine/core';
import { Eraser, NotebookText, PanelRight, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { endpointKey } from '../../shared/i18n/locale';
import { lookUp } from '../i18n';
import { Hint } from '../ui/hint';
import { AccountMenu } from './account-menu';
import styles from './create.module.css';
import { EndpointPicker } from './endpoint-picker';
import { ModelSwitch } from './model-switch';
import type { Fill } from './use-fill';
import { endpointTitle } from './use-endpoint-groups';

interface ComposerHeadProps {
  endpoint: Endpoint;
  narrow: boolean;
  fill: Fill;
  /** Where the inspector is a drawer: opens it. */
  openInspector: (() => void) | undefined;
}

function Undo({ fill }: { fill: Fill }) {
  const { t } = useTranslation();
  if (!fill.last || !fill.undo) return null;
  return (
    <div className={styles.undo} role="status">
      <span>{fill.last === 'clear' ? t('create.cleared') : t('create.exampleIn')}</span>
      <Button size="compact-xs" leftSection={<Undo2 size={14} strokeWidth={1.6} aria-hidden />} onClick={fill.undo}>
        {t('create.undo')}
      </Button>
      <ActionIcon size={24} aria-label={t('common.close')} onClick={fill.forget}>
        <X size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** What the form is for and who sends it; in a narrow window the endpoint picker takes the title's place. */
export function ComposerHead({ endpoint, narrow, fill, openInspector }: ComposerHeadProps) {
  const { t } = useTranslation();
  const hasFields = Object.keys(endpoint.input.shape).length > 0;
  const tools = hasFields && [
    { label: t('create.example'), icon: NotebookText, run: fill.example },
    { label: t('create.clear'), icon: Eraser, run: fill.clear },
  ];
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        {narrow ? (
          <>
            <h2 id="composer-title" className="visually-hidden">
              {endpointTitle(endpoint)}
            </h2>
            <EndpointPicker endpoint={endpoint} />
          </>
        ) : (
          <h2 id="composer-title" className={styles.title}>
            {endpointTitle(endpoint)}
          </h2>
        )}
        {tools &&
          tools.map(({ label, icon: Icon, run }) => (
            <Hint key={label} label={label}>
              <ActionIcon aria-label={label} onClick={run}>
                <Icon size={16} strokeWidth={1.6} aria-hidden />
              </ActionIcon>
            </Hint>
          ))}
        <AccountMenu endpoint={endpoint} iconOnly={narrow} />
        {openInspector && (
          <Hint label={t('create.request')}>
            <ActionIcon aria-label={t('create.request')} onClick={openInspector}>
              <PanelRight size={16} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </Hint>
        )}
      </div>
      {!narrow && (
        <p className={`${styles.summary} secondary`}>{lookUp(`endpoints.${endpointKey(endpoint.id)}.summary`)}</p>
      )}
      <ModelSwitch endpoint={endpoint} />
      <Undo fill={fill} />
    </header>
  );
}
