import { useMantineColorScheme } from '@mantine/core';
import {
  FileUp,
  FlaskConical,
  Images,
  KeyRound,
  LayoutGrid,
  Languages,
  ListChecks,
  Moon,
  Settings,
  SquarePen,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ENDPOINTS } from '../../shared/endpoints';
import { localeSettingSchema, themeSettingSchema } from '../../shared/settings';
import { call, useOperation } from '../api';
import { choosePdf, showPdfForm, takeSample } from '../forms/pdf-intake';
import { attempt } from '../ui/job-actions';
import { endpointTitle, jobTitle, mainPicture } from '../ui/job-words';
import { setLocale, setTheme } from '../ui/preferences';
import { useUi, type Screen } from '../ui-store';
import { matches } from './matches';

export interface PaletteItem {
  id: string;
  group: 'screens' | 'endpoints' | 'commands' | 'results';
  label: string;
  /** Quiet words after it. */
  hint?: string;
  icon: LucideIcon | { endpoint: string } | { picture: string };
  run: () => void;
}

const SCREENS: readonly [Exclude<Screen, 'welcome'>, LucideIcon][] = [
  ['create', SquarePen],
  ['queue', ListChecks],
  ['library', Images],
  ['figure', LayoutGrid],
  ['accounts', KeyRound],
  ['webhooks', Webhook],
  ['settings', Settings],
];
const RESULTS = 6;

function useCommands(): PaletteItem[] {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const { data: info } = useOperation('app.info', undefined);
  const mode = useUi((state) => state.mode);
  const { go } = useUi.getState();
  const item = (id: string, label: string, icon: LucideIcon, run: () => void): PaletteItem => ({
    id,
    group: 'commands',
    label,
    icon,
    run,
  });
  return [
    item('open-pdf', t('shell.commandOpenPdf'), FileUp, () => {
      showPdfForm();
      attempt(choosePdf());
    }),
    ...(info?.hasSample
      ? [
          item('sample', t('shell.commandSample'), FileUp, () => {
            showPdfForm();
            attempt(takeSample());
          }),
        ]
      : []),
    item('new-figure', t('composer.newFigure'), LayoutGrid, () => {
      go('figure');
      attempt(import('../figures/saved-figures').then(({ startFigure }) => startFigure()));
    }),
    item('mode', t(mode === 'demo' ? 'shell.goLive' : 'shell.openDemo'), FlaskConical, () => {
      attempt(call('mode.set', { mode: mode === 'demo' ? 'live' : 'demo' }));
    }),
    ...themeSettingSchema.options.map((theme) =>
      item(`theme-${theme}`, t('shell.commandTheme', { theme: t(`settings.themes.${theme}`) }), Moon, () => {
        attempt(setTheme(theme, setColorScheme));
      }),
    ),
    ...localeSettingSchema.options.map((locale) =>
      item(
        `language-${locale}`,
        t('shell.commandLanguage', { language: t(`settings.languages.${locale}`) }),
        Languages,
        () => {
          attempt(setLocale(locale));
        },
      ),
    ),
  ];
}

/** Everything the palette offers for what was typed: screens, forms, commands, and results from the history. */
export function usePaletteItems(query: string, searched: string): PaletteItem[] {
  const { t } = useTranslation();
  const { go, openEndpoint, openResult } = useUi.getState();
  const commands = useCommands();
  const found = useOperation(
    'job.list',
    { scope: 'library', limit: RESULTS, ...(searched && { text: searched.slice(0, 200) }) },
    { keepPrevious: true },
  );
  const screens = SCREENS.map(([screen, icon]): PaletteItem => ({
    id: screen,
    group: 'screens',
    label: t(`shell.${screen}`),
    icon,
    run: () => {
      go(screen);
    },
  }));
  // without a word typed only what people come for: thirty names would bury the commands below them
  const endpoints = ENDPOINTS.filter((endpoint) => query !== '' || endpoint.group === 'create').map(
    ({ id, path, provider, family, icon }): PaletteItem => ({
      id,
      group: 'endpoints',
      label: endpointTitle(id),
      hint: [t(`providers.${provider}.name`), family, path.replace(/^https?:\/\//, '')].filter(Boolean).join(' '),
      icon: { endpoint: icon },
      run: () => {
        openEndpoint(id);
      },
    }),
  );
  const results = (found.data?.jobs ?? []).flatMap((job): PaletteItem[] => {
    const picture = mainPicture(job.assets);
    return [
      {
        id: job.id,
        group: 'results',
        label: jobTitle(job),
        hint: endpointTitle(job.endpoint),
        icon: picture ? { picture: picture.sha256 } : Images,
        run: () => {
          openResult(job.id);
        },
      },
    ];
  });
  const fixed = [...screens, ...endpoints, ...commands].filter((item) => matches(query, item.label, item.hint));
  return [...fixed, ...results];
}
