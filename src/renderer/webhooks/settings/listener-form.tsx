import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLoopback } from '../../../shared/loopback';
import type { WebhookState } from '../../../shared/webhook-operations';
import { useDialogForm } from '../../ui/use-dialog-form';
import { call } from '../../api';
import { NumberField } from '../../ui/number-field';
import { Problem } from '../../ui/problem';
import { toastNote } from '../../ui/toast';
import styles from '../webhooks.module.css';

const FIELDS = ['host', 'port'];
const ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** Where it listens. Beyond this computer only after a warning. */
export function ListenerForm({ state }: { state: WebhookState }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [host, setHost] = useState(state.host);
  const [port, setPort] = useState<string | number>(state.port);
  const [startWithProgram, setStart] = useState(state.startWithProgram);
  const [exposed, setExposed] = useState(!isLoopback(state.host));
  const open = !isLoopback(host.trim());
  const valid = typeof port === 'number' && Number.isInteger(port) && port >= 1024 && port <= 65_535;
  const problem = form.problemBeyond(FIELDS);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid || (open && !exposed)) return;
        const wished = { host: host.trim(), port, startWithProgram, exposed: open && exposed };
        form.send(
          call('webhook.configure', wished).then(() => {
            toastNote(t('webhooks.settings.saved'));
          }),
        );
      }}
    >
      <h3 className={styles.dialogHeading}>{t('webhooks.settings.listener')}</h3>
      <div className={styles.pair}>
        <TextInput
          label={t('webhooks.settings.host')}
          description={t('webhooks.settings.hostHelp')}
          inputWrapperOrder={ORDER}
          error={form.issue('host')}
          value={host}
          maxLength={100}
          spellCheck={false}
          onChange={(event) => {
            setHost(event.currentTarget.value);
            setExposed(false);
          }}
        />
        <NumberField
          label={t('webhooks.settings.port')}
          description={valid && t('webhooks.settings.portHelp')}
          inputWrapperOrder={ORDER}
          error={!valid && t('webhooks.settings.badPort')}
          value={port}
          min={1024}
          max={65_535}
          onChange={setPort}
        />
      </div>
      {open && (
        <div className={styles.warning} role="status">
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
          <div>
            <p>
              <strong>{t('webhooks.settings.exposeTitle')}</strong>
            </p>
            <p>{t('webhooks.settings.exposeText')}</p>
            <Checkbox
              label={t('webhooks.settings.expose')}
              checked={exposed}
              onChange={(event) => {
                setExposed(event.currentTarget.checked);
              }}
            />
          </div>
        </div>
      )}
      <Checkbox
        label={t('webhooks.settings.start')}
        checked={startWithProgram}
        onChange={(event) => {
          setStart(event.currentTarget.checked);
        }}
      />
      {problem && <Problem error={problem} />}
      <Group justify="flex-end">
        <Button type="submit" variant="filled" disabled={form.busy || !valid || (open && !exposed)}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}
