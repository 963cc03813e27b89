import type { ErrorCode } from '../shared/app-error';
import { AppError, ERROR_CODES } from '../shared/app-error';
import { errorCost } from '../shared/error-costs';
import { en } from '../shared/i18n/en/all';

const INTRODUCTION = `# When something goes wrong

Every error that Plantain expects, in its own words. \`npm run docs\` writes this page from the program; a test fails where
it is stale. The command line prints the code with \`--json\`; the window shows the words. What stands _like this_ is
filled in with the facts.

A unit is spent when the server accepts a submission. A problem that is met later, while the job is followed or its
result is fetched, costs nothing more, and says beside itself what the job has cost. What you typed stays in every case.
`;

/** Names of facts instead of the facts. */
const plain = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, '_$1_');

function section(code: ErrorCode): string {
  const { title, happened, next } = en.errors[code];
  return [
    `## ${plain(title)}`,
    `\`${code}\``,
    [
      `- What happened: ${plain(happened)}`,
      `- Spent: ${errorCost(code).text}`,
      `- What to do: ${plain(next)}`,
      `- May go well later without a change: ${new AppError(code).data.retryable ? 'yes' : 'no'}`,
    ].join('\n'),
  ].join('\n\n');
}

/** docs/errors.md, whole. */
export function errorsPage(): string {
  return `${[INTRODUCTION, ...ERROR_CODES.map(section)]
    .join('\n')
    .replace(/\n## /g, '\n\n## ')
    .replace(/\n{3,}/g, '\n\n')}\n`;
}
