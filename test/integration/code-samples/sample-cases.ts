import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENDPOINTS } from '../../../src/shared/endpoints';
import { pngBytes } from '../../support/pictures';

export interface SampleCase {
  title: string;
  endpoint: string;
  /** `{file}` values stand for files and become handles. */
  input: Record<string, unknown>;
  /** Values of the variables that stand for the input's secrets. */
  secrets?: Record<string, string>;
  /** Files of the current folder by name. */
  files?: Record<string, Uint8Array>;
}

const KEY = 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';

const SECRETS: Record<string, Record<string, string>> = {
  'paperbanana.getKey': { API_KEY: KEY },
  'paperbanana.updateKey': { API_KEY: KEY },
  'paperbanana.deleteKey': { API_KEY: KEY },
  'bananadev.deploy': { ENV_PYTHON_VERSION: '3.10', ENV_GPU_TYPE: 'A10G', ENV_MAX_CONCURRENCY: '3' },
};

/** Every endpoint with its documented example. */
export const EXAMPLES: SampleCase[] = ENDPOINTS.map(({ id, example }) => ({
  title: `${id}, its example`,
  endpoint: id,
  input: example,
  ...(SECRETS[id] && { secrets: SECRETS[id] }),
}));

const NASTY = [
  `It's "quoted", \\ and \\n, $(touch stolen) \`touch stolen\` $HOME \${PATH} !! !x %s %d & | ; > < * ? ~ # [a] {b,c}`,
  'tab\t, line\nbreak, return\r\n, bell\u0007, escape\u001b, nothing\u0000, delete\u007f',
  'Grüße, 论文中的图, 🍌 👩‍🔬, \u2028 \u2029 \u0085 \ufeff, half \ud83d pairs \ude00',
  `'''"""\\\\''' EOF\nJSON\n'\\''`,
].join('\n');

const PDF = readFileSync(join(__dirname, '../../../resources/sample/sparse-routing.pdf'));
const PDF_NAME = `it's a $(touch stolen) \`x\` -- "draft" 图.pdf`;

const WEIRD = JSON.parse(`{
  "numbers": [1e21, 1.0, 1e-7, 0.00001, 0.1, -0, 12345678901234567890, 1.7976931348623157e308, 5e-324, 123456.789],
  "__proto__": {"polluted": true}, "constructor": 1, "10": "ten", "2": "two", "a b": null, "": [], "é": {},
  "nested": [[[]], [{"deep": [true, false, null, "text"]}]],
  "a long list of texts": ["one of the longer texts", "another of the longer texts", "a third of the longer texts"]
}`) as Record<string, unknown>;

/** What Python can write by itself, so that its shorter form is tried, too. */
const WEIRD_IN_PYTHON = { ...WEIRD, numbers: [1e21, 1, 0.0001, 0.1, 12345678901234567890, 1.7976931348623157e308] };

export const NASTY_CASES: SampleCase[] = [
  {
    title: 'texts that shells, strings and templates would read',
    endpoint: 'paperbanana.generate',
    input: { source_context: NASTY, caption: NASTY.split('half')[0] },
  },
  {
    title: 'texts that only Python can write by itself',
    endpoint: 'paperbanana.generate',
    input: { source_context: NASTY.replace(/half.*/, ''), caption: '🍌' },
  },
  {
    title: 'a text larger than an argument may be',
    endpoint: 'paperbanana.optimizePrompt',
    input: { description: "a'b\n".repeat(48_000) + '图' },
  },
  {
    title: 'base64 in the input itself',
    endpoint: 'paperbanana.generateFromPdf',
    input: { pdf_base64: PDF.toString('base64'), caption: 'x' },
  },
  {
    title: 'a PDF with an awkward name',
    endpoint: 'paperbanana.generateFromPdf',
    input: { pdf_base64: { file: PDF_NAME }, pages: '2-4', caption: "It's one" },
    files: { [PDF_NAME]: PDF },
  },
  {
    title: 'pictures, two of one name',
    endpoint: 'bananahub.editImages',
    input: {
      input_images_base64: [
        { file: 'a.png' },
        { file: 'a-2.png', called: 'a.png' },
        { file: '-rf' },
        { file: 'a.png' },
      ],
      prompt: 'Blend',
      aspect_ratio: 'auto',
      resolution: '1K',
      metadata: { tags: ["it's", 1e21], file: null },
    },
    files: { 'a.png': pngBytes(1, 1, 'one'), 'a-2.png': pngBytes(2, 2, 'other'), '-rf': pngBytes(3, 3, 'a dash') },
  },
  {
    title: 'JSON inside of JSON',
    endpoint: 'paperbanana.plot',
    input: { data_json: '{"a":"say \\"hi\\" \\\\ \\u00e9","b":[1.0,1e5]}', intent: "Bars; it's simple" },
  },
  { title: 'any JSON', endpoint: 'bananadev.start', input: { modelKey: 'm', modelInputs: WEIRD, startOnly: true } },
  { title: 'any JSON', endpoint: 'bananadev.run', input: { modelKey: "m'", modelInputs: WEIRD_IN_PYTHON } },
  { title: 'an empty object', endpoint: 'bananadev.start', input: { modelKey: 'm', modelInputs: {} } },
  {
    title: 'secret values of an environment',
    endpoint: 'bananadev.deploy',
    input: {
      modelKey: 'm',
      source: 'https://github.com/a/b',
      environment: {
        PATH: `a"b\\c'd\n\te $HOME\r`,
        'my-token': '钥匙🔑',
        'my.token': ' two ',
        N: 7,
        ON: true,
        EMPTY: '',
      },
    },
    secrets: {
      ENV_PATH: `a"b\\c'd\n\te $HOME\r`,
      ENV_MY_TOKEN: '钥匙🔑',
      ENV_MY_TOKEN_2: ' two ',
      ENV_N: '7',
      ENV_ON: 'true',
    },
  },
  {
    title: 'secrets beside a text that Python cannot encode',
    endpoint: 'bananadev.deploy',
    input: { modelKey: 'half \ud83d', source: 'owner/name', environment: { RATE: 0.25, TOKEN: `"\\\n图` } },
    secrets: { ENV_RATE: '0.25', ENV_TOKEN: `"\\\n图` },
  },
  {
    title: 'the secret of a webhook',
    endpoint: 'paperbanana.createKey',
    input: { name: "Ada's", webhook_url: 'https://example.com/h?a=1&b=$x', webhook_secret: `wh"s$(x)'\\` },
    secrets: { WEBHOOK_SECRET: `wh"s$(x)'\\` },
  },
  {
    title: 'a webhook taken away, and a key with letters that addresses escape',
    endpoint: 'paperbanana.updateKey',
    input: { key: 'own key/ä?&#%+\'"', active: false, webhook_url: '', webhook_secret: '' },
    secrets: { API_KEY: 'own key/ä?&#%+\'"' },
  },
  { title: 'nothing to change', endpoint: 'paperbanana.updateKey', input: { key: 'k' }, secrets: { API_KEY: 'k' } },
  {
    title: 'an id with letters that addresses escape',
    endpoint: 'paperbanana.taskImage',
    input: { task_id: `a b/ä?&#%+'"$(x)[1]{2}!*()~`, format: 'svg' },
  },
  {
    title: 'a model key with letters that addresses escape',
    endpoint: 'bananadev.getModel',
    input: { model_key: `org/model [v1]'s $x 图` },
  },
  { title: 'dates in the query', endpoint: 'bananadev.usage', input: { startDate: '2026-02-01T00:00:00+02:00' } },
];
