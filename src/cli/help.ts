import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEndpoint } from '../shared/endpoints/index';
import { KEY_NAMES } from './accounts';
import { BadCall } from './bad-call';
import { fieldsAsTable } from './command-endpoints';
import type { Words } from './words';

export function programVersion(): string {
  const text = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const rows = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, meaning]) => `  ${name.padEnd(22)}${meaning}\n`).join('');

/** The manual; with an endpoint's name its fields. Throws BadCall for a name that there is not. */
export function helpText(words: Words, endpointId: string | undefined): string {
  const { t } = words;
  if (endpointId !== undefined) {
    const endpoint = findEndpoint(endpointId);
    if (!endpoint) throw new BadCall('endpoint', { endpoint: endpointId });
    const { id, method, path } = endpoint;
    return `${words.title(id)} (${id}, ${method} ${path})\n\n${t('cli.help.fields')}\n${fieldsAsTable(endpoint, words)}`;
  }
  return [
    `${t('cli.help.about')}\n`,
    `${t('cli.help.usage')}\n  plantain endpoints [--json]\n      ${t('cli.help.endpoints')}`,
    `  plantain call <endpoint> [--example] [--input FILE|-] [--set field=value]… [--file field=PATH]… [--base-url URL]`,
    `                [--demo] [--wait] [--out DIR] [--json]\n      ${t('cli.help.call')}\n`,
    `  plantain jobs list [--all] | resume [ID…] [--task-id ID] | wait [ID…] [--out DIR]  [--demo] [--json]`,
    `      ${t('cli.help.jobs')}\n`,
    `  plantain compose IMAGE… [--layout RxC] [--label TEXT]… [--no-labels] [--spacing N] [--label-position top|bottom]`,
    `                [--label-font-size N] [--width-mm N --dpi N] [--preset NAME] [--colour rgb|grey|cmyk] [--upsample]`,
    `                [--engine native|wasm] -o FILE\n      ${t('cli.help.compose')}\n`,
    `  plantain webhooks listen [--port N] [--secret-env NAME] [--json]\n      ${t('cli.help.listen')}\n`,
    t('cli.help.options'),
    rows([
      ['--example', t('cli.help.example')],
      ['--input FILE|-', t('cli.help.input')],
      ['--set field=value', t('cli.help.set')],
      ['--file field=PATH', t('cli.help.file')],
      ['--base-url URL', t('cli.help.baseUrl')],
      ['--demo', t('cli.help.demo')],
      ['--wait', t('cli.help.wait')],
      ['--out DIR', t('cli.help.out')],
      ['--json', t('cli.help.json')],
      ['-h, --help', t('cli.help.help')],
      ['-v, --version', t('cli.help.version')],
    ]),
    `${t('cli.help.keys')}\n${KEY_NAMES.map((name) => `  ${name}\n`).join('')}${t('cli.help.keysBase')}\n`,
    `${t('cli.help.exit')}\n`,
  ].join('\n');
}
