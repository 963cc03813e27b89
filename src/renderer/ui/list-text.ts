/** Facts in one line; empty ones are left out. Chinese has a comma of its own. */
export function listText(facts: readonly (string | false | null | undefined)[], locale: string): string {
  return facts.filter(Boolean).join(locale.startsWith('zh') ? '，' : ', ');
}
