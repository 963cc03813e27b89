import { Button } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../shared/app-error';
import type { FieldDescription } from '../../shared/fields';
import { lookUp } from '../i18n';
import { Hint } from '../ui/hint';
import { FieldMessage, type Repair } from './field-message';
import styles from './forms.module.css';
import { choiceText, fieldHelp, fieldLabel, issueText } from './words';

/** `label`: one control. `group`: several that share the label. `bare`: the widget writes its own. */
export type FrameKind = 'label' | 'group' | 'bare';

interface FieldFrameProps {
  kind: FrameKind;
  field: FieldDescription;
  id: string;
  value: unknown;
  /** What is not sent stays as it is at the server, as in a change of something. */
  keeps: boolean;
  /** An empty text takes away what the server has. */
  removable: boolean;
  issue: Issue | undefined;
  /** Sets the field's value; undefined leaves it to the server. */
  set(value: unknown): void;
  children: ReactNode;
}

export const helpId = (id: string): string => `${id}-help`;
export const messageId = (id: string): string => `${id}-message`;

/** Widgets that show the help in their own way. */
export const SELF_HELPING: ReadonlySet<string> = new Set(['page-list', 'long-text']);

/** Fields that hold a choice say whose choice it is, and can be given back to the server. */
const CHOSEN: ReadonlySet<string> = new Set(['slider', 'integer', 'segments', 'aspect-ratio', 'choices', 'labels']);

function Whose({
  field,
  value,
  keeps,
  removable,
  set,
}: Pick<FieldFrameProps, 'field' | 'value' | 'keeps' | 'removable' | 'set'>) {
  const { t } = useTranslation();
  const unset = value === undefined;
  if (field.required) return <span className="meta">{t('common.required')}</span>;
  if (keeps && unset)
    return (
      <>
        <span className="meta">{t('forms.unchanged')}</span>
        {removable && (
          <Button
            variant="subtle"
            size="compact-xs"
            className={styles.takeAway}
            aria-label={t('forms.takeAwayLabel', { field: fieldLabel(field.name) })}
            onClick={() => {
              set('');
            }}
          >
            {t('forms.takeAway')}
          </Button>
        )}
      </>
    );
  if (!(keeps || CHOSEN.has(field.widget))) return null;
  if (unset) {
    const own = lookUp(`forms.unset.${field.name}`);
    if (own !== undefined) return <span className="meta">{own}</span>;
    const usual = [field.serverDefault ?? []].flat().map((value) => choiceText(String(value)));
    return (
      <span className="meta">
        {usual.length > 0 ? t('create.serverUses', { value: usual.join(', ') }) : t('create.serverChooses')}
      </span>
    );
  }
  const button = (
    <Hint label={keeps ? t('forms.leaveUnchanged') : t('create.giveBack')}>
      <button
        type="button"
        className={styles.giveBack}
        aria-label={t(keeps ? 'forms.leaveUnchangedLabel' : 'create.giveBackLabel', { field: fieldLabel(field.name) })}
        onClick={() => {
          set(undefined);
        }}
      >
        <RotateCcw size={12} strokeWidth={1.6} aria-hidden />
      </button>
    </Hint>
  );
  return (
    <>
      {removable && value === '' && <span className="meta">{t('forms.takenAway')}</span>}
      {button}
    </>
  );
}

function repairsOf(issue: Issue, set: (value: unknown) => void): Repair[] {
  const bound =
    issue.code === 'too_big'
      ? issue.params?.['maximum']
      : issue.code === 'too_small'
        ? issue.params?.['minimum']
        : undefined;
  if (bound === undefined) return [];
  return [{ label: lookUp('repairs.use', { value: bound }) ?? String(bound), apply: () => set(bound) }];
}

export function FieldFrame({ kind, field, id, value, keeps, removable, issue, set, children }: FieldFrameProps) {
  const label = fieldLabel(field.name);
  const help = fieldHelp(field.name);
  return (
    <div className={styles.field} data-widget={field.widget}>
      {kind !== 'bare' && (
        <div className={styles.labelRow}>
          {kind === 'label' ? (
            <label id={`${id}-label`} htmlFor={id} className={styles.label}>
              {label}
            </label>
          ) : (
            <span id={`${id}-label`} className={styles.label}>
              {label}
            </span>
          )}
          <Whose field={field} value={value} keeps={keeps} removable={removable} set={set} />
        </div>
      )}
      {children}
      {help !== '' && !SELF_HELPING.has(field.widget) && (
        <p id={helpId(id)} className={styles.help}>
          {help}
        </p>
      )}
      {issue && (
        <FieldMessage id={messageId(id)} repairs={repairsOf(issue, set)}>
          {issueText(issue)}
        </FieldMessage>
      )}
    </div>
  );
}
