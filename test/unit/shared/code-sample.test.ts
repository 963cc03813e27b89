import { describe, expect, it } from 'vitest';
import { codeSample, SAMPLE_LANGUAGES } from '../../../src/shared/code-sample/code-sample';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import { DEFAULT_BASE_URLS } from '../../../src/shared/settings';
import { buildRequest } from '../../../src/shared/wire-request';

const code = (id: string, input: Record<string, unknown>, language: (typeof SAMPLE_LANGUAGES)[number]) => {
  const endpoint = requireEndpoint(id);
  return codeSample(language, endpoint, buildRequest(endpoint, input, DEFAULT_BASE_URLS[endpoint.provider]));
};

describe.each(ENDPOINTS.map(({ id }) => id))('%s', (id) => {
  it.each(SAMPLE_LANGUAGES)('has code without holes in %s', (language) => {
    const endpoint = requireEndpoint(id);
    const sample = code(id, endpoint.example, language);
    expect(sample.code).toMatch(/curl|fetch|requests\./);
    expect(sample.code).not.toMatch(/undefined(?!\))|\[object|NaN|\{"?\$(file|secret)/);
    expect(sample.code).toMatch(/["']https:\/\//);
    for (const name of sample.variables) expect(sample.code).toContain(name);
    expect(sample.variables.some((name) => name.startsWith('PLANTAIN_'))).toBe(endpoint.credential.kind !== 'none');
  });
});

describe.each(SAMPLE_LANGUAGES)('in %s', (language) => {
  it('never spells a secret out', () => {
    const key = 'pb_CANARYCANARYCANARYCANARY1234';
    const inputs: [string, Record<string, unknown>][] = [
      ['paperbanana.getKey', { key }],
      ['paperbanana.deleteKey', { key }],
      ['paperbanana.updateKey', { key, webhook_secret: 'CANARY', active: true }],
      ['paperbanana.createKey', { name: 'n', webhook_secret: 'CANARY' }],
      ['bananadev.deploy', { modelKey: 'm', source: 's', environment: { A: 'CANARY', B: 424242 } }],
    ];
    for (const [id, input] of inputs) expect(code(id, input, language).code).not.toMatch(/CANARY|424242/);
  });

  it('takes the secret behind a handle from the environment', () => {
    const sample = code('paperbanana.getKey', { key: { $secret: 'handle', hint: 'pb_••••a41f' } }, language);
    expect(sample.variables).toEqual(['PLANTAIN_PAPERBANANA_ADMIN_KEY', 'API_KEY']);
    expect(sample.code).not.toMatch(/handle|a41f/);
  });

  it('names a file and holds neither its handle nor a path', () => {
    const pdf_base64 = { $file: 'a'.repeat(64), name: '../etc/paper.pdf', bytes: 4, mediaType: 'application/pdf' };
    const sample = code('paperbanana.generateFromPdf', { pdf_base64, caption: 'x' }, language);
    expect(sample.files).toEqual(['.._etc_paper.pdf']);
    expect(sample.code).not.toContain('aaaa');
  });
});
