import type { Issue } from '../../shared/app-error';
import type { FieldDescription } from '../../shared/fields';

/** What every widget gets. It shows `value`, hands over what was typed as it is, and leaves judging to the schema. */
export interface WidgetProps {
  field: FieldDescription;
  /** Goes to the one element that takes the focus; its label points there. */
  id: string;
  label: string;
  value: unknown;
  /** Undefined leaves the field to the server. */
  onChange(value: unknown): void;
  onBlur(): void;
  focusRef(element: HTMLElement | null): void;
  invalid: boolean;
  describedBy: string | undefined;
  /** Choices that would break a rule with the other values as they are, each with the reason in words. */
  blocked: ReadonlyMap<string, string>;
  /** What is wrong with the value, for widgets that can point at the place. Its words stand below the widget. */
  issue: Issue | undefined;
}

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An emptied text field is one that was never filled. */
export const textOrNothing = (text: string): string | undefined => (text === '' ? undefined : text);
