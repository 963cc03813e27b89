import { lazy, Suspense, useDeferredValue, useEffect } from 'react';
import { CreateScreen } from './create/create-screen';
import { followCommands } from './shell/follow-commands';
import { DemoBanner } from './shell/demo-banner';
import { DropTarget } from './shell/drop-target';
import { Rail } from './shell/rail';
import { ScreenBoundary } from './shell/screen-boundary';
import { TopBar } from './shell/top-bar';
import styles from './shell/shell.module.css';
import { useAfterPaint } from './ui/use-after-paint';
import { useFloating } from './ui/use-floating';
import { useUi, type Screen } from './ui-store';

// Create is the first screen and comes with the window; the others when they are asked for.
const loadQueue = () => import('./queue/queue-screen');
const loadLibrary = () => import('./library/library-screen');
const QueueScreen = lazy(loadQueue);
const LibraryScreen = lazy(loadLibrary);
const FigureScreen = lazy(() => import('./figures/figure-screen'));
const AccountsScreen = lazy(() => import('./accounts/accounts-screen'));
const WebhooksScreen = lazy(() => import('./webhooks/webhooks-screen'));
const SettingsScreen = lazy(() => import('./settings/settings-screen'));
const WelcomeScreen = lazy(() => import('./welcome/welcome-screen'));
const HistoryNotice = lazy(() => import('./shell/history-notice'));
const Overlays = lazy(() => import('./shell/overlays'));

function CurrentScreen({ screen }: { screen: Screen }) {
  switch (screen) {
    case 'create':
      return <CreateScreen />;
    case 'queue':
      return <QueueScreen />;
    case 'library':
      return <LibraryScreen />;
    case 'figure':
      return <FigureScreen />;
    case 'accounts':
      return <AccountsScreen />;
    case 'webhooks':
      return <WebhooksScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'welcome':
      return <WelcomeScreen />;
  }
}

/** Tests and the bench wait for this: the screen's code has come, and it has been painted and takes input. */
function Ready({ screen }: { screen: Screen }) {
  useEffect(() => {
    document.documentElement.dataset['ready'] = screen;
  }, [screen]);
  return null;
}

export function App() {
  // drawn in slices, the old screen staying until the new one stands: a long frame is felt
  const screen = useDeferredValue(useUi((state) => state.screen));
  const mode = useUi((state) => state.mode);

  const afterPaint = useAfterPaint();
  const floating = useFloating();

  useEffect(followCommands, []);
  useEffect(() => {
    if (!afterPaint) return undefined;
    // the screens that come next, so that going there waits for nothing
    const idle = requestIdleCallback(() => void Promise.all([loadQueue(), loadLibrary()]));
    return () => {
      cancelIdleCallback(idle);
    };
  }, [afterPaint]);
  useEffect(() => {
    // tests and the tour wait for this: what menus unfold from is drawn anew when their code has come, and a key
    // pressed in that very moment would find nothing under it
    if (floating) document.documentElement.dataset['settled'] = '';
  }, [floating]);

  const rail = screen !== 'welcome';
  return (
    <div className={styles.app} data-mode={mode}>
      <TopBar />
      {mode === 'demo' && rail && <DemoBanner />}
      {afterPaint && (
        <Suspense fallback={null}>
          <HistoryNotice />
        </Suspense>
      )}
      <div className={styles.body}>
        {rail && <Rail />}
        <main className={styles.screen}>
          <ScreenBoundary key={`${mode}/${screen}`}>
            <Suspense fallback={null}>
              <CurrentScreen screen={screen} />
              <Ready screen={screen} />
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
      <DropTarget />
      {afterPaint && (
        <Suspense fallback={null}>
          <Overlays />
        </Suspense>
      )}
    </div>
  );
}
