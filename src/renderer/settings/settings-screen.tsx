import { useTranslation } from 'react-i18next';
import { useOperation } from '../api';
import { Shortcut } from '../ui/shortcut';
import { useUi } from '../ui-store';
import { Appearance } from './appearance';
import styles from './settings.module.css';
import { Work } from './work';

const KEYS = [
  ['palette', ['mod+K']],
  ['submit', ['mod+enter']],
  ['open', ['mod+O']],
  ['save', ['mod+S']],
  ['settings', ['mod+,']],
  ['search', ['/']],
  ['rows', ['↑', '↓', '←', '→']],
  ['close', ['Esc']],
] as const;

function Keyboard() {
  const { t } = useTranslation();
  return (
    <dl className={styles.pairs}>
      {KEYS.map(([name, keys]) => (
        <div key={name}>
          <dt>{t(`settings.keys.${name}`)}</dt>
          <dd>
            {keys.map((key) => (
              <Shortcut key={key} keys={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function About() {
  const { t } = useTranslation();
  const { data } = useOperation('app.info', undefined);
  const mode = useUi((state) => state.mode);
  if (!data) return null;
  const facts = [
    [t('settings.version'), data.version],
    [t('settings.electron'), data.electron],
    [t('settings.platform'), data.platform],
    [t('settings.mode'), t(`shell.${mode}`)],
  ] as const;
  return (
    <>
      <dl className={styles.pairs}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.help}>{t('settings.privacy')}</p>
    </>
  );
}

export default function SettingsScreen() {
  const { t } = useTranslation();
  const { data: settings } = useOperation('settings.get', undefined, { keepPrevious: true });
  if (!settings) return null;
  return (
    <div className={styles.screen}>
      <section className={styles.section}>
        <h2>{t('settings.appearance')}</h2>
        <div className={styles.fields}>
          <Appearance settings={settings} />
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('settings.work')}</h2>
        <div className={styles.fields}>
          <Work key={settings.maxFileMegabytes} settings={settings} />
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('settings.keyboard')}</h2>
        <div className={styles.fields}>
          <Keyboard />
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('settings.about')}</h2>
        <div className={styles.fields}>
          <About />
        </div>
      </section>
    </div>
  );
}
