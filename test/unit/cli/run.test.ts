import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/shared/endpoints/index';
import { plantain } from '../../support/cli';

it('lists the endpoints for scripts', async () => {
  const { status, out } = await plantain(['endpoints', '--json']);
  expect(status).toBe(0);
  const list = JSON.parse(out) as Record<string, unknown>[];
  expect(list.map(({ id }) => id)).toEqual(ENDPOINTS.map(({ id }) => id));
  expect(list.find(({ id }) => id === 'paperbanana.generateFromPdf')).toMatchObject({
    ...{ provider: 'paperbanana', method: 'POST', path: '/api/generate-from-pdf', title: 'Diagram from a PDF' },
    fields: expect.arrayContaining([
      expect.objectContaining({ name: 'pdf_base64', type: 'file', required: true, allowed: null, default: null }),
      expect.objectContaining({
        name: 'iterations',
        type: 'integer',
        required: false,
        minimum: 1,
        maximum: 10,
        default: 3,
      }),
      expect.objectContaining({ name: 'output_formats', type: 'array', allowed: ['png'], default: ['png'] }),
    ]) as unknown,
  });
});

it('lists the endpoints for people, one a line', async () => {
  const { out } = await plantain(['endpoints']);
  expect(out).toMatch(/^paperbanana\.generate +POST +\/api\/generate +Diagram from text$/m);
  expect(out.trim().split('\n')).toHaveLength(ENDPOINTS.length);
});

it('tells its version and how it is used', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as { version: string };
  expect(await plantain(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  const help = await plantain(['--help']);
  expect(help.status).toBe(0);
  for (const word of [
    '--input',
    '--set',
    '--file',
    '--base-url',
    '--demo',
    '--wait',
    '--out',
    '--json',
    'PLANTAIN_PAPERBANANA_ADMIN_KEY',
  ])
    expect(help.out).toContain(word);
});

it('tells the fields of an endpoint', async () => {
  const { out } = await plantain(['call', 'paperbanana.generate', '--help']);
  expect(out).toContain('(paperbanana.generate, POST /api/generate)');
  expect(out).toMatch(/iterations +integer +1 to 10; default 3\n/);
});

it('ends with 2 and a hint for an unknown command', async () => {
  expect(await plantain(['draw'])).toEqual({
    status: 2,
    out: '',
    err: 'plantain: There is no command “draw”. See plantain --help.\n',
  });
  expect((await plantain(['call', 'GENERATE'])).err).toContain('Did you mean paperbanana.generate?');
});
