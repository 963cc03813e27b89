import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import type { FormValues } from '../forms/form-values';
import { Dialog, DialogFoot } from '../ui/dialog';
import styles from './confirm-irreversible.module.css';
import { fetchThingName, type ThingName } from './thing-name';

interface ConfirmIrreversibleProps {
  endpoint: Endpoint;
  input: FormValues;
  close(): void;
  yes(): void;
}

/** Before something goes for good: its name has to be typed. */
export default function ConfirmIrreversible({ endpoint, input, close, yes }: ConfirmIrreversibleProps) {
  const { t } = useTranslation();
  const [thing, setThing] = useState<ThingName>();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    let gone = false;
    void fetchThingName(endpoint, input).then((name) => {
      if (!gone) setThing(name);
    });
    return () => {
      gone = true;
    };
  }, [endpoint, input]);

  const right = thing !== undefined && thing.text !== '' && typed.trim() === thing.text;
  const confirm = (): void => {
    if (!right) return;
    close();
    yes();
  };
  return (
    <Dialog
      opened
      onClose={close}
      width={440}
      title={thing?.kind === 'name' ? t('create.deleteTitle', { name: thing.text }) : t('create.deleteTitleUnnamed')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <p>{t('create.deleteText')}</p>
        {thing ? (
          <TextInput
            data-autofocus
            label={t(thing.kind === 'name' ? 'create.typeName' : 'create.typeEnding')}
            description={thing.kind === 'ending' ? t('create.nameUnknown') : undefined}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        ) : (
          <p role="status">{t('create.askingName')}</p>
        )}
        <DialogFoot>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" disabled={!right} {...(right && { c: 'var(--bad)' })}>
            {t('create.deleteYes')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
