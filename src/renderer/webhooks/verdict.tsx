import { Ban, ShieldCheck, ShieldOff, ShieldQuestionMark, ShieldX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../shared/webhook';
import styles from './webhooks.module.css';

type Judged = Pick<Delivery, 'signature' | 'refusal'>;

function look({ signature, refusal }: Judged): { icon: LucideIcon; tone: 'ok' | 'bad' | 'warn' | 'quiet' } {
  if (refusal !== null) return { icon: Ban, tone: 'bad' };
  switch (signature) {
    case 'good':
      return { icon: ShieldCheck, tone: 'ok' };
    case 'wrong':
      return { icon: ShieldX, tone: 'bad' };
    case 'missing':
      return { icon: ShieldOff, tone: 'quiet' };
    case 'no-secret':
      return { icon: ShieldQuestionMark, tone: 'warn' };
  }
}

/** Icon and word of what a signature said. */
export function Verdict({ delivery }: { delivery: Judged }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = look(delivery);
  return (
    <span className={styles.verdict} data-tone={tone} data-testid="verdict">
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      <span>{t(delivery.refusal === null ? `webhooks.verdict.${delivery.signature}` : 'webhooks.refusedWord')}</span>
    </span>
  );
}
