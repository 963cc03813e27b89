import type { Locator, Page } from '@playwright/test';

/** The Create screen by role and name. */
export class CreatePage {
  readonly pdfName: Locator;
  readonly caption: Locator;
  readonly pages: Locator;
  readonly send: Locator;

  constructor(private readonly page: Page) {
    this.pdfName = page.getByTestId('pdf-name');
    this.caption = page.getByRole('textbox', { name: 'Caption' });
    this.pages = page.getByRole('textbox', { name: 'Pages' });
    this.send = page.getByRole('button', { name: /^Draw figure/ });
  }

  pageTick(number: number): Locator {
    return this.page.getByRole('checkbox', { name: `Page ${number}`, exact: true });
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Create' }).click();
    await this.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  }

  /** Opens a form by the method and path that the list shows (an absolute one without its scheme). */
  async openAddress(address: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Create' }).click();
    const list = this.page.getByRole('navigation', { name: 'What to make' });
    await list.getByRole('textbox', { name: 'Filter' }).fill(address);
    // names end with the address: `POST /text-generations` is no other model's
    await list.getByRole('button', { name: new RegExp(` ${address.replace(/[.{}/?]/g, '\\$&')}$`) }).click();
    await list.getByRole('textbox', { name: 'Filter' }).fill('');
  }
}
