import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core';
import { Plus, RotateCw, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../shared/contract';
import { useAdminKeys } from '../../keys/admin-keys';
import { inScreen } from '../../ui/portal-target';
import styles from './handed-out.module.css';
import { keyActions } from '../../keys/key-actions';
import { KeyDialogs, type OpenKeyDialog } from './key-dialogs';
import { KeysBody } from './keys-body';
import { listedKeys, type Sort } from './key-list';

interface HandedOutProps {
  profiles: readonly ProfileView[];
  /** Undefined where the key of a profile can't be changed (demo). */
  onEnterKey: ((profile: ProfileView) => void) | undefined;
}

/** The keys that a PaperBanana server has handed out. Shown to whoever has an admin's profile. */
export function HandedOut({ profiles, onEnterKey }: HandedOutProps) {
  const admins = profiles.filter(({ provider, role }) => provider === 'paperbanana' && role === 'admin');
  const [wanted, setWanted] = useState<string>();
  const admin =
    admins.find(({ id }) => id === wanted) ??
    admins.find(({ active }) => active) ??
    admins.find(({ secret }) => secret !== 'none') ??
    admins[0];
  if (!admin) return null;
  return (
    // another server's keys begin with a clean search
    <Keys key={admin.id} admin={admin} admins={admins} onAdmin={setWanted} onEnterKey={onEnterKey} />
  );
}

interface KeysProps extends Pick<HandedOutProps, 'onEnterKey'> {
  admin: ProfileView;
  admins: readonly ProfileView[];
  onAdmin: (id: string) => void;
}

function Keys({ admin, admins, onAdmin, onEnterKey }: KeysProps) {
  const { t, i18n } = useTranslation();
  const keys = useAdminKeys(admin);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>();
  const [dialog, setDialog] = useState<OpenKeyDialog>();
  const [opened, setOpened] = useState(false);
  const [turn, setTurn] = useState(0);
  const listed = listedKeys(keys.data ?? [], text, sort, i18n.language);
  const show = (next: OpenKeyDialog): void => {
    setDialog(next);
    setOpened(true);
    setTurn(turn + 1);
  };
  const showNew = (): void => {
    show({ kind: 'new' });
  };
  return (
    <section className={styles.section} aria-labelledby="handed-out">
      <div className={styles.head}>
        <h2 id="handed-out">{t('keys.title')}</h2>
        {admins.length > 1 ? (
          <Select
            aria-label={t('handedOut.admin')}
            className={styles.admin ?? ''}
            data={admins.map(({ id, name }) => ({ value: id, label: name }))}
            value={admin.id}
            allowDeselect={false}
            comboboxProps={inScreen}
            onChange={(id) => {
              if (id) onAdmin(id);
            }}
          />
        ) : (
          <span className={styles.tag}>{admin.name}</span>
        )}
        {keys.data && (
          <span className="secondary number">
            {t('handedOut.shown', { shown: listed.length, all: keys.data.length })}
          </span>
        )}
        <span className={styles.space} />
        <TextInput
          type="search"
          className={styles.find ?? ''}
          aria-label={t('handedOut.find')}
          placeholder={t('handedOut.find')}
          leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
          value={text}
          disabled={!keys.data}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Tooltip label={t('handedOut.refresh')}>
          <ActionIcon
            aria-label={t('handedOut.refresh')}
            disabled={keys.isFetching || admin.secret === 'none'}
            onClick={() => {
              void keys.refetch();
            }}
          >
            <RotateCw size={16} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {keys.data && (
          <Button variant="filled" leftSection={<Plus size={14} aria-hidden />} onClick={showNew}>
            {t('handedOut.newKey')}
          </Button>
        )}
      </div>
      <KeysBody
        {...{ admin, keys, listed, text, sort, onSort: setSort, onDialog: show, onEnterKey }}
        onShowAll={() => {
          setText('');
        }}
      />
      <KeyDialogs
        key={turn}
        dialog={dialog}
        opened={opened}
        actions={keyActions(admin)}
        onClose={() => {
          setOpened(false);
        }}
      />
    </section>
  );
}
