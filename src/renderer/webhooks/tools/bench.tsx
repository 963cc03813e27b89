import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetrySchedule } from '../../../shared/webhook';
import type { WebhookState } from '../../../shared/webhook-operations';
import { Choice } from '../../ui/choice';
import { useDialogForm } from '../../ui/use-dialog-form';
import { call } from '../../api';
import { Problem } from '../../ui/problem';
import { hooksUrl } from '../../ui/hooks-url';
import styles from '../webhooks.module.css';
import { KeyChoice, keyOf, usualKey } from './key-choice';
import { RunView } from './run-view';
import { Target } from './target';

const PROVIDERS = ['paperbanana', 'bananahub'] as const;
const OUTCOMES = ['completed', 'failed'] as const;
const PICTURES = ['with', 'without', 'text'] as const;
const SCHEDULES: readonly RetrySchedule[] = ['none', 'documented', 'observed'];

/** Sends a delivery as the service would. */
export function Bench({ state }: { state: WebhookState }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [url, setUrl] = useState(() => hooksUrl(state));
  const [provider, setProvider] = useState<(typeof PROVIDERS)[number]>('paperbanana');
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('completed');
  const [picture, setPicture] = useState<(typeof PICTURES)[number]>('without');
  const [schedule, setSchedule] = useState<RetrySchedule>('none');
  const [wish, setWish] = useState(() => usualKey(state.secrets));
  const [run, setRun] = useState<string>();
  const signs = provider === 'paperbanana';
  const key = signs ? keyOf(wish) : null;
  const problem = form.problemBeyond(['url']);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (key === undefined) return;
        const order = { url: url.trim(), provider, outcome, picture, key, schedule };
        form.send(
          call('webhook.send', order).then((sent) => {
            setRun(sent.run);
          }),
        );
      }}
    >
      <Target state={state} value={url} error={form.issue('url')} onChange={setUrl} />
      <div className={styles.choices}>
        <Choice
          label={t('webhooks.bench.provider')}
          value={provider}
          onChange={setProvider}
          options={PROVIDERS.map((value) => ({ value, label: t(`providers.${value}.name`) }))}
        />
        <Choice
          label={t('webhooks.bench.outcome')}
          value={outcome}
          onChange={setOutcome}
          options={OUTCOMES.map((value) => ({ value, label: t(`webhooks.bench.${value}`) }))}
        />
        {signs && (
          <Choice
            label={t('webhooks.bench.content')}
            value={picture}
            onChange={setPicture}
            options={PICTURES.map((value) => ({ value, label: t(`webhooks.bench.${value}`) }))}
          />
        )}
        <Choice
          label={t('webhooks.bench.schedule')}
          value={schedule}
          onChange={setSchedule}
          options={SCHEDULES.map((value) => ({ value, label: t(`webhooks.bench.${value}`) }))}
        />
      </div>
      {signs ? (
        <KeyChoice
          label={t('webhooks.bench.signing')}
          secrets={state.secrets}
          value={wish}
          unsigned
          onChange={setWish}
        />
      ) : (
        <p className="secondary">{t('webhooks.bench.hubUnsigned')}</p>
      )}
      {problem && <Problem error={problem} />}
      <Group justify="flex-end">
        <Button type="submit" variant="filled" disabled={form.busy || key === undefined}>
          {t('webhooks.bench.send')}
        </Button>
      </Group>
      {run !== undefined && <RunView run={run} />}
    </form>
  );
}
