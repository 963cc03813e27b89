import { z } from 'zod';

export const requiredText = z.string().trim().min(1);

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
