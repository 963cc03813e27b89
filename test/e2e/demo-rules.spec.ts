import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_DEMO_SETTINGS, type FailureRule, type Settings } from '../../src/shared/settings';
import { expect, test } from './app';

const RULES: FailureRule[] = [
  { endpoint: 'paperbanana.generateFromPdf', kind: 'status', status: 422, shape: 'list', oneIn: 2 },
  { endpoint: 'bananahub.image', kind: 'drip', seconds: 5, oneIn: 1 },
  { endpoint: '*', kind: 'cut_before', oneIn: 12 },
];

const LOOKS = [
  { locale: 'en', theme: 'light', open: 'Controls', title: 'Demo controls' },
  { locale: 'zh-CN', theme: 'dark', open: '控制', title: '演示控制' },
] as const;

async function storedRules(userData: string): Promise<FailureRule[]> {
  return (JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8')) as Settings).demo.rules;
}

test('aims a failure with the keyboard alone, and takes it away again', async ({ launch }) => {
  const { page, userData } = await launch({ settings: { mode: 'demo', locale: 'en' } });
  await page.getByRole('button', { name: 'Controls', exact: true }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Demo controls' });
  await panel.getByRole('button', { name: 'Add a failure' }).press('Enter');
  await panel.getByLabel('Endpoint of failure 1').selectOption('bananadev.usage');
  await panel.getByLabel('What happens in failure 1').selectOption('Error status');
  await panel.getByLabel('Status of failure 1').fill('429');
  await panel.getByLabel('One in how many, failure 1').fill('3');
  await expect
    .poll(() => storedRules(userData))
    .toEqual([{ endpoint: 'bananadev.usage', kind: 'status', status: 429, oneIn: 3 }]);
  await panel.getByRole('button', { name: 'Remove failure 1' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Add a failure' })).toBeFocused();
  await expect.poll(() => storedRules(userData)).toEqual([]);
});

for (const { locale, theme, open, title } of LOOKS)
  test(`has nothing for axe to find in ${locale}, ${theme}`, async ({ launch }) => {
    const demo = { ...DEFAULT_DEMO_SETTINGS, rules: RULES };
    const { page } = await launch({ settings: { mode: 'demo', locale, theme, demo } });
    await page.getByRole('button', { name: open, exact: true }).press('Enter');
    const panel = page.getByRole('dialog', { name: title });
    await expect(panel.getByRole('listitem')).toHaveCount(RULES.length);
    await panel.getByRole('listitem').last().scrollIntoViewIfNeeded();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
