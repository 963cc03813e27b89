/** What stands behind the server's name, letter for letter: `URL` would write the dots of a hidden token as %E2%80%A2. */
export const pathOf = (url: string): string => url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
