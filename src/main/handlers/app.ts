import type { OperationOutput } from '../../shared/contract';
import type { Settings } from '../../shared/settings';
import type { Handlers } from '../dispatch';
import type { HistoryState } from '../history-state';
import type { SettingsStore } from '../settings-store';

export interface AppHandlersOptions {
  info: Pick<OperationOutput<'app.info'>, 'version' | 'electron' | 'platform' | 'hasSample'>;
  settings: SettingsStore;
  /** How the history of a mode was found; not opened for this question. */
  history: HistoryState['of'];
  locale(settings: Settings): OperationOutput<'app.info'>['locale'];
  modes: { current(): 'live' | 'demo'; switchTo(mode: 'live' | 'demo'): void; resetDemo(): Promise<void> };
  /** True where the program was started with --demo: no welcome then, though no mode was chosen. */
  startedAsDemo: boolean;
  mendHistory(mode: 'live' | 'demo', how: 'rescue' | 'anew'): Promise<void>;
}

type AppHandlers = Pick<
  Handlers,
  'app.info' | 'settings.get' | 'settings.patch' | 'mode.set' | 'demo.reset' | 'history.mend'
>;

export function appHandlers(options: AppHandlersOptions): AppHandlers {
  const { info, settings, locale, modes, startedAsDemo, history } = options;
  return {
    'app.info': () => ({
      ...info,
      locale: locale(settings.get()),
      mode: modes.current(),
      ...history(modes.current()),
      firstRun: settings.get().mode === null && !startedAsDemo,
    }),
    'settings.get': () => settings.get(),
    'settings.patch': (patch) => settings.update(patch),
    'mode.set': async ({ mode }) => {
      settings.update({ mode });
      modes.switchTo(mode);
    },
    'demo.reset': () => modes.resetDemo(),
    'history.mend': ({ how }) => options.mendHistory(modes.current(), how),
  };
}
