import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../../shared/webhook-operations';
import { useDialogForm } from '../../ui/use-dialog-form';
import { call } from '../../api';
import { Dialog } from '../../ui/dialog';
import { Problem } from '../../ui/problem';
import { hooksUrl } from '../../ui/hooks-url';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';
import { RunView } from './run-view';
import { Target } from './target';

function Form({ id, state }: { id: number; state: WebhookState }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [url, setUrl] = useState(() => hooksUrl(state));
  const [run, setRun] = useState<string>();
  const problem = form.problemBeyond(['url']);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.send(
          call('webhook.replay', { id, url: url.trim() }).then((sent) => {
            setRun(sent.run);
          }),
        );
      }}
    >
      <p className="secondary">{t('webhooks.replayText')}</p>
      <Target state={state} value={url} error={form.issue('url')} onChange={setUrl} />
      {problem && <Problem error={problem} />}
      <Group justify="flex-end">
        <Button type="submit" variant="filled" disabled={form.busy}>
          {t('webhooks.bench.send')}
        </Button>
      </Group>
      {run !== undefined && <RunView run={run} />}
    </form>
  );
}

/** A stored delivery once more, to a receiver that is being built. */
export function Replay({ state }: { state: WebhookState | undefined }) {
  const { t } = useTranslation();
  const id = useWebhooks((webhooks) => webhooks.replaying);
  return (
    <Dialog
      opened={id !== null}
      title={t('webhooks.replayTitle')}
      width={520}
      onClose={() => {
        useWebhooks.setState({ replaying: null });
      }}
    >
      {id !== null && state && <Form id={id} state={state} />}
    </Dialog>
  );
}
