import type { Locator, Page } from '@playwright/test';

/** The Accounts screen by role and name. */
export class AccountsPage {
  readonly dialog: Locator;
  readonly profiles: Locator;
  readonly keys: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.profiles = page.getByRole('table', { name: 'Profiles' });
    this.keys = page.getByRole('table', { name: 'Keys handed out' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Accounts' }).click();
    await this.page.locator('html[data-ready="accounts"]').waitFor();
  }

  profile(name: string): Locator {
    return this.profiles.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  key(name: string): Locator {
    return this.keys.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  async choose(row: 'profile' | 'key', name: string, item: string): Promise<void> {
    const menu = row === 'key' ? `Actions for the key ${name}` : `Actions for ${name}`;
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
