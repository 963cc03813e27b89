import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { Endpoint } from '../../../src/shared/endpoints/endpoint';
import { describeFields, type FieldDescription } from '../../../src/shared/fields';
import { CATALOGUES } from '../../../src/shared/i18n/catalogue';
import { endpointKey, type Locale } from '../../../src/shared/i18n/locale';
import { shownAddress } from '../../../src/renderer/create/endpoint-groups';

type Words = (typeof CATALOGUES)[Locale];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any endpoint's form, by the roles and names that the catalogue gives its fields. */
export class FormPage {
  private readonly words: Words;

  constructor(
    private readonly page: Page,
    private readonly electron: ElectronApplication,
    readonly endpoint: Endpoint,
    locale: Locale = 'en',
  ) {
    this.words = CATALOGUES[locale];
  }

  private get texts() {
    return this.words.endpoints[endpointKey(this.endpoint.id) as keyof Words['endpoints']];
  }

  get title(): string {
    return this.texts.title;
  }

  /** The form with its head and its button. */
  get form(): Locator {
    return this.page.getByRole('region', { name: this.title, exact: true });
  }

  get send(): Locator {
    return this.form.getByRole('button', { name: new RegExp(`^${escaped(this.texts.action)}( |$)`) });
  }

  get answer(): Locator {
    return this.page.getByTestId('answer');
  }

  label(name: string): string {
    return this.words.fields[name as keyof Words['fields']].label;
  }

  private choice(value: string): string {
    const known: Readonly<Record<string, string>> = this.words.choices;
    return known[value] ?? value;
  }

  /** From the list beside the form: by provider, heading and title, as a person finds it. */
  async openFromList(): Promise<void> {
    const { provider, family, group } = this.endpoint;
    const { create, providers, shell } = this.words;
    await this.page
      .getByRole('navigation', { name: shell.mainNavigation })
      .getByRole('button', { name: shell.create })
      .click();
    const list = this.page.getByRole('navigation', { name: create.endpoints });
    const ofProvider = list.getByRole('region', { name: providers[provider].name });
    // the list may still be on its way, and a count waits for nothing
    await ofProvider.waitFor();
    const fold = ofProvider.getByRole('button', {
      name: new RegExp(`^${escaped(create.groups[group])}`),
      expanded: false,
    });
    if (family === undefined && (await fold.count()) > 0) await fold.click();
    const place = family === undefined ? ofProvider : ofProvider.getByRole('group', { name: family, exact: true });
    const { method } = this.endpoint;
    await place.getByRole('button', { name: new RegExp(`^${escaped(this.title)} ${method} `) }).click();
    await this.opened();
  }

  /** From the picker that a narrow window has instead, by the address in its filter. */
  async openFromPicker(): Promise<void> {
    const { create } = this.words;
    await this.page.getByRole('button', { name: create.pickAnother }).click();
    const picker = this.page.getByRole('dialog');
    const address = shownAddress(this.endpoint);
    await picker.getByRole('textbox', { name: create.filter }).fill(address);
    await picker.getByRole('button', { name: new RegExp(` ${escaped(address)}$`) }).click();
    await this.opened();
  }

  private async opened(): Promise<void> {
    await this.page.locator('section[data-restored]').and(this.form).waitFor();
    await this.drawn();
  }

  /** The heavier widgets come after their form. */
  private async drawn(): Promise<void> {
    await expect(this.form.locator('[aria-busy]')).toHaveCount(0);
  }

  async fill(values: Readonly<Record<string, unknown>>): Promise<void> {
    const fields = describeFields(this.endpoint.input).filter(({ name }) => values[name] !== undefined);
    for (const field of fields) {
      if (field.more) await this.openMore();
      await this.fillField(field, values[field.name]);
    }
  }

  async openMore(): Promise<void> {
    const more = this.form.getByRole('button', { name: new RegExp(`^${this.words.create.more}`), expanded: false });
    if ((await more.count()) > 0) await more.click();
    await this.drawn();
  }

  private async fillField({ name, widget, serverDefault }: FieldDescription, value: unknown): Promise<void> {
    const { form, words } = this;
    const label = this.label(name);
    const group = form.getByRole('group', { name: label, exact: true });
    const radio = (choice: string) =>
      form.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', { name: choice, exact: true });
    switch (widget) {
      case 'text':
      case 'long-text':
      case 'url':
      case 'integer':
      case 'slider':
      case 'page-list':
      case 'date':
        await form.getByRole('textbox', { name: label, exact: true }).fill(String(value));
        break;
      case 'secret':
        // a hidden text has no role of its own
        await form.getByLabel(label, { exact: true }).fill(String(value));
        break;
      case 'segments':
      case 'aspect-ratio':
        await radio(this.choice(String(value))).check({ force: true });
        break;
      case 'labels':
        await radio(String(value)).check({ force: true });
        break;
      case 'switch':
        if (serverDefault === undefined)
          await radio(value === true ? words.choices.on : words.choices.off).check({ force: true });
        else await form.getByRole('switch', { name: label, exact: true }).setChecked(value === true, { force: true });
        break;
      case 'choice':
        await form.getByRole('combobox', { name: label, exact: true }).click();
        await this.page.getByRole('option', { name: this.choice(String(value)), exact: true }).click();
        break;
      case 'choices':
        for (const choice of value as string[])
          await group.getByRole('checkbox', { name: choice, exact: true }).check();
        break;
      case 'pdf':
        await this.choose(words.create.choosePdf, [String(value)]);
        await form.getByTestId('pdf-name').waitFor();
        break;
      case 'images':
        await this.choose(words.forms.chooseImages, value as string[]);
        await group
          .getByRole('listitem')
          .nth((value as string[]).length - 1)
          .waitFor();
        break;
      case 'url-list':
        for (const [index, url] of (value as string[]).entries()) {
          if (index > 0) await group.getByRole('button', { name: words.forms.addAddress }).click();
          await group.getByRole('textbox', { name: `${label} ${index + 1}`, exact: true }).fill(url);
        }
        break;
      case 'json':
        await form.getByRole('textbox', { name: label, exact: true }).fill(JSON.stringify(value, null, 2));
        break;
      case 'table':
        await this.fillTable(value as { names: string[]; rows: string[][] });
        break;
      case 'environment':
        for (const [index, [variable, text]] of Object.entries(value as Record<string, string>).entries()) {
          if (index > 0) await group.getByRole('button', { name: words.forms.addVariable }).click();
          await group.getByRole('textbox', { name: `Name ${index + 1}`, exact: true }).fill(variable);
          await group.getByLabel(`Value ${index + 1}`, { exact: true }).fill(text);
        }
        break;
      case 'job-picker':
        for (const title of value as string[])
          await group.getByRole('checkbox', { name: title, exact: true }).check({ force: true });
        break;
    }
  }

  /** Cell by cell. */
  private async fillTable({ names, rows }: { names: string[]; rows: string[][] }): Promise<void> {
    const { form, words } = this;
    const grid = form.getByRole('grid');
    await grid.waitFor();
    const columns = await grid.getByRole('columnheader').count();
    for (let column = columns; column < names.length; column++)
      await form.getByRole('button', { name: words.forms.addColumn }).click();
    for (const [index, name] of names.entries())
      await grid.getByRole('textbox', { name: `Name of column ${'ABCDEF'.charAt(index)}`, exact: true }).fill(name);
    for (const [index, row] of rows.entries()) {
      if ((await grid.getByRole('textbox', { name: `${names[0] ?? ''}, row ${index + 1}`, exact: true }).count()) === 0)
        await form.getByRole('button', { name: words.forms.addRow }).click();
      for (const [column, text] of row.entries())
        await grid.getByRole('textbox', { name: `${names[column] ?? ''}, row ${index + 1}`, exact: true }).fill(text);
    }
  }

  /** What the system's file dialog would give. */
  private async choose(button: string, paths: string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, paths);
    await this.form.getByRole('button', { name: button }).click();
  }
}
