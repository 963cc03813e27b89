import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSecretView, ShownExplanation } from '../../../shared/webhook-operations';
import { useDialogForm } from '../../ui/use-dialog-form';
import { call } from '../../api';
import { Problem } from '../../ui/problem';
import { Compared } from '../compared';
import styles from '../webhooks.module.css';
import { KeyChoice, keyOf, usualKey } from './key-choice';

function Found({ found }: { found: ShownExplanation }) {
  const { t } = useTranslation();
  const { verdict, reason, change, at, expected, common } = found;
  const good = verdict === 'good';
  const first = t(
    good ? 'webhooks.check.good' : verdict === 'missing' ? 'webhooks.check.missing' : 'webhooks.check.wrong',
  );
  return (
    <section className={styles.told} data-tone={good ? 'ok' : 'bad'} role="status" data-testid="explanation">
      <p>
        <strong>{first}</strong>{' '}
        {!good && verdict === 'wrong' && reason !== 'differs' && t(`webhooks.reason.${reason}`)}
      </p>
      {!good && verdict === 'wrong' && reason === 'differs' && (
        <p>{change === null ? t('webhooks.check.unknownChange') : t(`webhooks.check.change.${change}`)}</p>
      )}
      {at && <p className="number">{t('webhooks.check.at', { ...at })}</p>}
      {!good && (
        <p className={styles.expected}>
          {t('webhooks.check.expected')}{' '}
          <code className="mono">
            <Compared text={expected} common={common} />
          </code>
        </p>
      )}
    </section>
  );
}

/** Why a signature fits or not, and where the pasted body differs from the one that was signed. */
export function Check({ secrets }: { secrets: readonly ProfileSecretView[] }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [body, setBody] = useState('');
  const [header, setHeader] = useState('');
  const [wish, setWish] = useState(() => usualKey(secrets));
  const [found, setFound] = useState<ShownExplanation>();
  const key = keyOf(wish);
  const problem = form.problemBeyond([]);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (key) form.send(call('webhook.explain', { body, header, key }).then(setFound));
      }}
    >
      <Textarea
        label={t('webhooks.check.body')}
        value={body}
        minRows={6}
        maxRows={6}
        spellCheck={false}
        data-autofocus
        classNames={{ input: styles.monoInput ?? '' }}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          setFound(undefined);
        }}
      />
      <TextInput
        label={t('webhooks.check.header')}
        value={header}
        placeholder="sha256="
        maxLength={4000}
        spellCheck={false}
        classNames={{ input: styles.monoInput ?? '' }}
        onChange={(event) => {
          setHeader(event.currentTarget.value);
          setFound(undefined);
        }}
      />
      <KeyChoice
        label={t('webhooks.check.secret')}
        secrets={secrets}
        value={wish}
        unsigned={false}
        onChange={(next) => {
          setWish(next);
          setFound(undefined);
        }}
      />
      {problem && <Problem error={problem} />}
      <Group justify="flex-end">
        <Button type="submit" variant="filled" disabled={form.busy || !key || body === ''}>
          {t('webhooks.check.run')}
        </Button>
      </Group>
      {found && <Found found={found} />}
    </form>
  );
}
