import type { OperationOutput } from '../../shared/contract';
import type { Settings } from '../../shared/settings';
import type { Handlers } from '../dispatch';
import type { SettingsStore } from '../settings-store';

export interface AppHandlersOptions {
  info: Pick<OperationOutput<'app.info'>, 'version' | 'electron' | 'platform' | 'hasSample'>;
  settings: SettingsStore;
  locale(settings: Settings): OperationOutput<'app.info'>['locale'];
  modes: { current(): 'live' | 'demo'; switchTo(mode: 'live' | 'demo'): void; resetDemo(): Promise<void> };
  /** True where the program was started with --demo: no welcome then, though no mode was chosen. */
  startedAsDemo: boolean;
}

type AppHandlers = Pick<Handlers, 'app.info' | 'settings.get' | 'settings.patch' | 'mode.set' | 'demo.reset'>;

export function appHandlers({ info, settings, locale, modes, startedAsDemo }: AppHandlersOptions): AppHandlers {
  return {
    'app.info': () => ({
      ...info,
      locale: locale(settings.get()),
      mode: modes.current(),
      firstRun: settings.get().mode === null && !startedAsDemo,
    }),
    'settings.get': () => settings.get(),
    'settings.patch': (patch) => settings.update(patch),
    'mode.set': async ({ mode }) => {
      settings.update({ mode });
      modes.switchTo(mode);
    },
    'demo.reset': () => modes.resetDemo(),
  };
}
