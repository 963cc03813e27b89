import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RECEIVER_LANGUAGES, receiverSample, type ReceiverLanguage } from '../../../shared/receiver-sample';
import { Choice } from '../../ui/choice';
import { CopyButton } from '../../ui/copy-button';
import styles from '../webhooks.module.css';

const PROVIDERS = ['paperbanana', 'bananahub'] as const;
/** Beside the listener's own, so that both can run at once. */
const portBeside = (port: number): number => (port < 65_535 ? port + 1 : port - 1);

/** Receivers to begin with; each was run against the bench. */
export function ReceiverCode({ port }: { port: number }) {
  const { t } = useTranslation();
  const [provider, setProvider] = useState<(typeof PROVIDERS)[number]>('paperbanana');
  const [language, setLanguage] = useState<ReceiverLanguage>('node');
  const code = useMemo(
    () => receiverSample(language, { provider, port: portBeside(port) }),
    [language, provider, port],
  );
  const name = t(`webhooks.code.${language}`);
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        <Choice
          label={t('webhooks.code.provider')}
          value={provider}
          onChange={setProvider}
          options={PROVIDERS.map((value) => ({ value, label: t(`providers.${value}.name`) }))}
        />
        <Choice
          label={t('webhooks.code.language')}
          value={language}
          onChange={setLanguage}
          options={RECEIVER_LANGUAGES.map((value) => ({ value, label: t(`webhooks.code.${value}`) }))}
        />
      </div>
      <div className={styles.codeFrame}>
        <pre
          className={styles.sample}
          tabIndex={0}
          role="region"
          aria-label={t('webhooks.code.region', { language: name })}
        >
          {code}
        </pre>
        <span className={styles.copy}>
          <CopyButton size={28} text={code} name={t('webhooks.code.copy', { language: name })} />
        </span>
      </div>
      {provider === 'paperbanana' && <p className="secondary">{t('webhooks.code.secret')}</p>}
    </div>
  );
}
