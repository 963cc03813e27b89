import type { Locator, Page } from '@playwright/test';

/** The Queue screen by role and name. */
export class QueuePage {
  readonly picture: Locator;

  constructor(private readonly page: Page) {
    this.picture = page.getByTestId('result-picture');
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Queue' }).click();
  }

  /** The state of the job that is shown, in words. */
  state(words: string): Locator {
    return this.page.getByTestId('job-state').getByText(words, { exact: true });
  }
}
