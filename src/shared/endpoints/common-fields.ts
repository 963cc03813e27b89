import { z } from 'zod';
import { climbs } from '../path-value';

export const requiredText = z.string().trim().min(1);

/** A name that stands in an address. */
export const pathText = (longest: number) =>
  requiredText.max(longest).superRefine((value, context) => {
    if (climbs(value)) context.addIssue({ code: 'custom', message: 'dots_only' });
  });

export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** An address on the web: http or https, nothing else. */
export const webUrl = z.string().superRefine((value, context) => {
  const url = urlOf(value);
  if (!url) context.addIssue({ code: 'custom', message: 'not_a_url' });
  else if (url.protocol !== 'https:' && url.protocol !== 'http:')
    context.addIssue({ code: 'custom', message: 'not_a_web_url' });
});
