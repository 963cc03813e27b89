import { z } from 'zod';
import { climbs } from '../path-value';

export const requiredText = z.string().trim().min(1);

/** A name that stands in an address. */
export const pathText = (longest: number) =>
  requiredText.max(longest).superRefine((value, context) => {
    if (climbs(value)) context.addIssue({ code: 'custom', message: 'dots_only' });
  });

/** An address on the web: http or https, nothing else. */
export const webUrl = z.string().superRefine((value, context) => {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not_a_url' });
    return;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    context.addIssue({ code: 'custom', message: 'not_a_web_url' });
});
