import {
  CirclePause,
  KeyRound,
  LayoutGrid,
  ListChecks,
  Settings,
  SquarePen,
  Images,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../ui/hint';
import { useAfterPaint } from '../ui/use-after-paint';
import { useMatchMedia } from '../ui/use-match-media';
import { useOperation } from '../api';
import { useUi, type Screen } from '../ui-store';
import styles from './shell.module.css';

const Meter = lazy(() => import('./meter'));

interface Item {
  screen: Exclude<Screen, 'welcome'>;
  icon: LucideIcon;
}

const ITEMS: readonly Item[] = [
  { screen: 'create', icon: SquarePen },
  { screen: 'queue', icon: ListChecks },
  { screen: 'library', icon: Images },
  { screen: 'figure', icon: LayoutGrid },
  { screen: 'accounts', icon: KeyRound },
  { screen: 'webhooks', icon: Webhook },
];

function QueueCount() {
  const { t } = useTranslation();
  const { data } = useOperation('job.counts', undefined);
  if (!data) return null;
  if (data.needsYou > 0)
    return (
      <span className={styles.railCount} data-needs title={t('shell.needsYou', { count: data.needsYou })}>
        <CirclePause size={14} aria-hidden />
        <span>{data.needsYou}</span>
      </span>
    );
  if (data.underWay > 0)
    return (
      <span className={styles.railCount}>
        <span>{data.underWay}</span>
      </span>
    );
  return null;
}

function UnreadCount() {
  const afterPaint = useAfterPaint();
  const { data } = useOperation('webhook.unread', undefined, { enabled: afterPaint });
  if (!data?.unread) return null;
  return (
    <span className={styles.railCount}>
      <span>{data.unread > 999 ? '999+' : data.unread}</span>
    </span>
  );
}

function RailItem({ screen, icon: Icon }: Item) {
  const { t } = useTranslation();
  const current = useUi((state) => state.screen === screen);
  const go = useUi((state) => state.go);
  const narrow = useMatchMedia('(max-width: 999px)');
  return (
    <Hint label={narrow ? t(`shell.${screen}`) : undefined} position="right">
      <button
        type="button"
        className={`${styles.railItem} pl-focus`}
        aria-current={current ? 'page' : undefined}
        onClick={() => {
          go(screen);
        }}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
        <span className={styles.railLabel}>{t(`shell.${screen}`)}</span>
        {screen === 'queue' && <QueueCount />}
        {screen === 'webhooks' && <UnreadCount />}
      </button>
    </Hint>
  );
}

export function Rail() {
  const { t } = useTranslation();
  const afterPaint = useAfterPaint();
  const narrow = useMatchMedia('(max-width: 999px)');
  return (
    <nav className={styles.rail} aria-label={t('shell.mainNavigation')}>
      {ITEMS.map((item) => (
        <RailItem key={item.screen} {...item} />
      ))}
      <div className={styles.railEnd}>
        <RailItem screen="settings" icon={Settings} />
      </div>
      {afterPaint && !narrow && (
        <Suspense fallback={null}>
          <Meter />
        </Suspense>
      )}
    </nav>
  );
}
