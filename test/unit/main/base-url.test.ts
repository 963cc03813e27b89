import { expect, it } from 'vitest';
import { toAppErrorData } from '../../../src/shared/app-error';
import { checkBaseUrl } from '../../../src/main/base-url';

function attempt(text: string): unknown {
  try {
    return checkBaseUrl(text);
  } catch (error) {
    return toAppErrorData(error);
  }
}

it.each([
  ['https://api.paperbanana.me', 'https://api.paperbanana.me'],
  [' https://bananahub.io/api/v1/ ', 'https://bananahub.io/api/v1'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.1:80/x//', 'http://127.0.0.1/x'],
  ['http://[::1]:9', 'http://[::1]:9'],
])('takes %s', (text, stored) => {
  expect(checkBaseUrl(text)).toBe(stored);
});

it.each([
  ['paperbanana.me', 'not_a_url'],
  ['', 'not_a_url'],
  ['ftp://example.org', 'not_a_web_url'],
  ['file:///etc', 'not_a_web_url'],
  ['http://example.org', 'insecure_base_url'],
  ['http://10.0.0.5:8000', 'insecure_base_url'],
  ['http://localhost.example.org', 'insecure_base_url'],
  ['http://127.0.0.1.example.org', 'insecure_base_url'],
  ['https://user:key@example.org', 'bad_format'],
  ['https://example.org/?api_token=abc', 'bad_format'],
  ['https://example.org/#x', 'bad_format'],
])('refuses %s as %s', (text, code) => {
  expect(attempt(text)).toMatchObject({ code: 'invalid_input', issues: [{ field: 'baseUrl', code }] });
});
