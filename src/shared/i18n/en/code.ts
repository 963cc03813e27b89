/** Requests as code: the tabs beside a form, and "copy as" at an exchange. Names of languages are the same everywhere. */
export const code = {
  views: 'The request, and the same as code',
  copyAs: 'Copy as {{language}}',
  copyAsMenu: 'Copy as code',
  region: '{{language}} code',
  needs: 'What the code needs',
  fromEnvironment: 'Environment',
  orFresh: 'or a fresh one',
  fromFolder: 'Current folder',
  runsWith: 'Runs with',
  runtime: {
    bash: 'bash, curl 7.76 or later',
    javascript: 'Node 20 or later, as a .mjs file',
    python: 'Python 3, package requests',
  },
  moreLines_one: '{{count}} more line',
  moreLines_other: '{{count}} more lines',
} as const;
