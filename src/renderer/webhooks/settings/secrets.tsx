import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSecretView } from '../../../shared/webhook-operations';
import { call } from '../../api';
import { attempt } from '../../ui/job-actions';
import { listText } from '../../ui/list-text';
import { useUi } from '../../ui-store';
import styles from '../webhooks.module.css';
import { SecretForm } from './secret-form';

function useKept(): (view: ProfileSecretView) => string {
  const { t, i18n } = useTranslation();
  return ({ place, hint }) => {
    if (place === 'none') return t('webhooks.settings.none');
    const kept = hint === null ? t('webhooks.settings.keptNoHint') : t('webhooks.settings.kept', { hint });
    return listText([kept, place === 'session' && t('webhooks.settings.session')], i18n.language);
  };
}

/** Which keys have a webhook secret here. The secrets themselves are never shown. */
export function Secrets({ secrets }: { secrets: readonly ProfileSecretView[] }) {
  const { t } = useTranslation();
  const kept = useKept();
  const demo = useUi((ui) => ui.mode === 'demo');
  const [editing, setEditing] = useState<string>();
  return (
    <section aria-labelledby="webhook-secrets">
      <h3 id="webhook-secrets" className={styles.dialogHeading}>
        {t('webhooks.settings.secrets')}
      </h3>
      <p className="secondary">{t(demo ? 'webhooks.settings.demoSecrets' : 'webhooks.settings.secretsHelp')}</p>
      {secrets.length === 0 && <p>{t('webhooks.settings.noProfiles')}</p>}
      <ul className={styles.secrets}>
        {secrets.map((view) => {
          const { profileId, name, place } = view;
          const has = place !== 'none';
          return (
            <li key={profileId}>
              <div className={styles.secretRow}>
                <span className="truncate" title={name}>
                  {name}
                </span>
                <span className="secondary">{kept(view)}</span>
                <Button
                  size="compact-xs"
                  aria-label={t(has ? 'webhooks.settings.replaceOf' : 'webhooks.settings.enterOf', { name })}
                  onClick={() => {
                    setEditing(editing === profileId ? undefined : profileId);
                  }}
                >
                  {t(has ? 'webhooks.settings.replace' : 'webhooks.settings.enter')}
                </Button>
                {has && !demo && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t('webhooks.settings.removeOf', { name })}
                    onClick={() => {
                      attempt(call('webhook.deleteSecret', { profileId }));
                    }}
                  >
                    {t('webhooks.settings.remove')}
                  </Button>
                )}
              </div>
              {editing === profileId && (
                <SecretForm
                  view={view}
                  onDone={() => {
                    setEditing(undefined);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
