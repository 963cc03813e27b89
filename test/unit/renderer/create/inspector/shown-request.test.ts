import { expect, it } from 'vitest';
import { shownRequest } from '../../../../../src/renderer/create/inspector/shown-request';
import { requireEndpoint } from '../../../../../src/shared/endpoints';
import { buildRequest } from '../../../../../src/shared/wire-request';

const shown = (id: string, input: Record<string, unknown>) => {
  const endpoint = requireEndpoint(id);
  return shownRequest(endpoint, buildRequest(endpoint, input, 'https://lab.example/base'));
};

it('masks secrets in the address and in the body, and nothing else', () => {
  expect(shown('paperbanana.updateKey', { key: 'pb_secret', active: true, webhook_secret: 'hush' })).toEqual({
    method: 'PATCH',
    url: 'https://lab.example/base/api/admin/keys/••••',
    body: { active: true, webhook_secret: '••••' },
  });
  const environment = { TOKEN: 'hush', N: 42, EMPTY: '' };
  expect(shown('bananadev.deploy', { modelKey: 'm', source: 's', environment }).body).toEqual({
    modelKey: 'm',
    source: 's',
    environment: { TOKEN: '••••', N: '••••', EMPTY: '' },
  });
});

it('masks a handle of a secret as a whole', () => {
  const { url } = shown('paperbanana.getKey', { key: { $secret: 'handle', hint: 'pb_••••a41f' } });
  expect(url).toBe('https://lab.example/base/api/admin/keys/••••');
});

it('leaves an address without secrets as it is', () => {
  expect(shown('paperbanana.taskImage', { task_id: 'a b', format: 'svg' }).url).toBe(
    'https://lab.example/base/api/tasks/a%20b/image?format=svg',
  );
});
