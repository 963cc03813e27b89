// Who may import whom. The first zone whose folder holds a file applies to it; `may` lists the folders and packages it
// may import besides its own folder ('*' means any installed package, 'node:*' any of Node's own modules), and `why`
// is what a developer reads who crosses the line. electron is in no wildcard: it has to be named.

const outside = ['*', 'node:*'];

const screens = ['create', 'queue', 'library', 'figures', 'accounts', 'webhooks', 'settings', 'welcome'];

/** Folders of main that run, and are tested, under plain Node. */
const mainFolder = (name, ...may) => ({
  folder: `src/main/${name}`,
  may: ['src/shared', ...outside, ...may],
  why: `${name}/ runs under plain Node (tests, command line): it imports shared, its own folder and what its zone names; the rest is handed in.`,
});

export const zones = [
  {
    folder: 'src/shared',
    may: ['zod'],
    why: 'shared is pure and loaded on both sides: it may import zod and nothing else.',
  },
  ...screens.map((name) => ({
    folder: `src/renderer/${name}`,
    may: ['src/shared', 'src/renderer', '*'],
    except: screens.filter((other) => other !== name).map((other) => `src/renderer/${other}`),
    why: 'The renderer is an untrusted page: it imports shared and the browser’s packages, never electron, node, main or mocks; screens do not import each other.',
  })),
  {
    folder: 'src/renderer',
    may: ['src/shared', '*'],
    why: 'The renderer is an untrusted page: it imports shared and the browser’s packages, never electron, node, main or mocks.',
  },
  {
    folder: 'src/preload',
    may: ['src/shared', 'electron'],
    why: 'The preload is a bridge of ten lines with two channels: it imports electron and shared only.',
  },
  {
    ...mainFolder('assets'),
    folder: 'src/main/assets/protocol',
    may: ['src/main/assets', 'src/shared', 'electron', ...outside],
  },
  {
    ...mainFolder('figures'),
    folder: 'src/main/figures/render-host',
    may: ['src/main/figures', 'src/shared', 'electron', ...outside],
  },
  mainFolder('http'),
  mainFolder('providers', 'src/main/http'),
  {
    ...mainFolder('jobs', 'src/main/providers/provider', 'src/main/assets/make-folder'),
    why: 'jobs/ knows the Provider interface, not the providers, and runs under plain Node: everything else is handed in.',
  },
  ...['credentials', 'assets'].map((name) => mainFolder(name)),
  mainFolder('figures', ...['disk-error', 'file-check', 'sniff', 'svg-cost'].map((file) => `src/main/assets/${file}`)),
  mainFolder('webhooks', 'src/main/jobs/database'),
  {
    folder: 'src/main',
    may: ['src/shared', 'electron', ...outside],
    lazy: ['mocks'],
    why: 'main imports shared and its own folders; the mock is loaded by one dynamic import, so that live mode never runs it.',
  },
  {
    folder: 'src/cli',
    may: [
      'src/shared',
      'src/main/http',
      'src/main/providers',
      'src/main/credentials',
      'src/main/jobs',
      'src/main/assets',
      'src/main/figures',
      'src/main/webhooks',
      // of main's own files those that know no Electron
      'src/main/services',
      'src/main/settings-store',
      'src/main/profile-book',
      'src/main/base-url',
      'src/main/save-name',
      'src/main/translate',
      ...outside,
    ],
    except: ['src/main/assets/protocol', 'src/main/figures/render-host'],
    lazy: ['mocks'],
    why: 'The command line runs without Electron: it imports shared and main’s electron-free folders, and loads the mock by a dynamic import.',
  },
  {
    folder: 'mocks',
    may: ['src/shared', ...outside],
    why: 'The mock is an answerer for requests: it imports shared, msw and pure libraries, nothing of the app.',
  },
  {
    folder: 'test/unit',
    may: ['src', 'mocks', 'test', 'scripts', 'eslint-rules', ...outside],
    why: 'Unit tests run under plain Node, where requiring electron starts a download.',
  },
];
