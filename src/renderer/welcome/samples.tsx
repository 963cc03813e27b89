import { EyeOff, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../shared/profile-operations';
import styles from './welcome.module.css';

/** What is going to be asked, drawn small. Where it will lie is said only when that is known. */
export function KeySample({ place }: { place: VaultStatus['kind'] | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={styles.keySample}>
      <span className={styles.sampleLabel}>{t('welcome.sampleKey')}</span>
      <span className={styles.sampleField}>
        <span>pb_ ••••••••••••••••</span>
        <EyeOff size={14} strokeWidth={1.6} />
      </span>
      <span className={styles.samplePlace}>
        <Lock size={12} strokeWidth={1.6} />
        {place && t(place === 'keychain' ? 'welcome.sampleKeychain' : 'welcome.sampleSession')}
      </span>
    </div>
  );
}

const BOXES = [
  { x: 20, tone: 'a' },
  { x: 96, tone: 'b' },
  { x: 172, tone: 'c' },
] as const;

/** A diagram on paper, as the demo draws them: shapes only, so that there is nothing to translate. */
export function PictureSample() {
  return (
    <div className={styles.sheets}>
      <svg className={styles.sheet} viewBox="0 0 240 120" role="presentation">
        <rect className={styles.bar} x="20" y="16" width="30" height="88" rx="2" />
        <rect className={styles.bar} x="62" y="44" width="30" height="60" rx="2" />
        <rect className={styles.bar} x="104" y="30" width="30" height="74" rx="2" />
        <rect className={styles.bar} x="146" y="62" width="30" height="42" rx="2" />
        <rect className={styles.bar} x="188" y="76" width="30" height="28" rx="2" />
      </svg>
      <svg className={styles.sheet} viewBox="0 0 240 120" role="presentation">
        <path className={styles.line} d="M68 60h28m48 0h28M44 38V22h152v16" />
        {BOXES.map(({ x, tone }) => (
          <g key={x}>
            <rect className={styles.box} data-tone={tone} x={x} y="38" width="48" height="44" rx="4" />
            <path className={styles.text} d={`M${x + 10} 54h28M${x + 10} 66h18`} />
          </g>
        ))}
      </svg>
    </div>
  );
}
