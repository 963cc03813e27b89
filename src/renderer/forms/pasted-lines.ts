/** The texts of several lines; commas and spaces part addresses and ids as well, for neither holds them. */
export function pastedLines(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((line) => line.replace(/^["'[]+|["'\]]+$/g, ''))
    .filter((line) => line !== '');
}
