import { Badge, Button } from '@mantine/core';
import { FlaskConical, Hourglass, KeyRound, Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import type { LastAnswer } from '../ui/last-answers';
import styles from './accounts.module.css';
import { isOpenAddress } from './address';
import { LastAnswerCell } from './last-answer';
import type { ProfileDialogKind } from './profile-dialogs';
import { ProfileLeft } from './profile-left';
import { ProfileMenu } from './profile-menu';
import { shownAddress } from './shown-address';

const PLACE_ICONS = { none: KeyRound, keychain: Lock, session: Hourglass };

function Place({ profile, fixed, onEnterKey }: { profile: ProfileView; fixed: boolean; onEnterKey: () => void }) {
  const { t } = useTranslation();
  const { secret: place, keyServer } = profile;
  const elsewhere = keyServer && t('accounts.keyElsewhere', { server: keyServer });
  const Icon = fixed ? FlaskConical : PLACE_ICONS[place];
  if (place === 'none' && !fixed)
    return (
      <>
        <Button size="compact-xs" onClick={onEnterKey}>
          {t('accounts.enterKey')}
        </Button>
        {keyServer !== null && <span className="meta">{elsewhere || t('accounts.keyUnbound')}</span>}
      </>
    );
  const words = fixed ? t('accounts.demoPlace') : t(`accounts.place.${place}`);
  return (
    <span className={styles.place} data-place={fixed ? 'demo' : place} title={words}>
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function Server({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation();
  const open = isOpenAddress(baseUrl);
  return (
    <span className={styles.server} title={baseUrl}>
      {open && (
        <span title={t('accounts.insecure')}>
          <LockOpen size={14} strokeWidth={1.6} aria-hidden />
          <span className="visually-hidden">{t('accounts.insecure')}</span>
        </span>
      )}
      <span className="truncate">{shownAddress(baseUrl)}</span>
    </span>
  );
}

export interface ProfileRowProps {
  profile: ProfileView;
  profiles: readonly ProfileView[];
  answer: LastAnswer | undefined;
  spent: number;
  /** Demo: the profiles are given, and only looked at. */
  fixed: boolean;
  /** There is no room for the end of the key. */
  narrow: boolean;
  onDialog: (kind: ProfileDialogKind, profile: ProfileView) => void;
}

export function ProfileRow({ profile, profiles, answer, spent, fixed, narrow, onDialog }: ProfileRowProps) {
  const { t } = useTranslation();
  const { name, active, role, secret, secretHint, baseUrl } = profile;
  // with one admin only there is nothing to choose from
  const onlyOne = role === 'admin' && profiles.filter((one) => one.role === 'admin').length === 1;
  const masked = secretHint === null ? '••••••••' : `••••${secretHint}`;
  const open = (kind: ProfileDialogKind): void => {
    onDialog(kind, profile);
  };
  const enterKey = (): void => {
    open('key');
  };
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          <span className="truncate" title={name}>
            {name}
          </span>
          {active && !onlyOne && <Badge className={styles.tag ?? ''}>{t('accounts.active')}</Badge>}
          {role === 'admin' && <Badge className={styles.tag ?? ''}>{t('accounts.admin')}</Badge>}
        </span>
      </th>
      <td className="mono">
        <Server baseUrl={baseUrl} />
      </td>
      {!narrow && (
        <td className="mono">
          {secret !== 'none' && (
            <>
              <span aria-hidden>{masked}</span>
              <span className="visually-hidden">{t('accounts.secretMasked', { hint: secretHint ?? '…' })}</span>
            </>
          )}
        </td>
      )}
      <td>
        <Place profile={profile} fixed={fixed} onEnterKey={enterKey} />
      </td>
      <td>
        <ProfileLeft profile={profile} profiles={profiles} spent={spent} />
      </td>
      <td>
        <LastAnswerCell profile={profile} answer={answer} onEnterKey={fixed ? undefined : enterKey} />
      </td>
      <td>
        <ProfileMenu profile={profile} fixed={fixed} onDialog={open} />
      </td>
    </tr>
  );
}
