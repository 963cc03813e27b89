let opened: string | null = null;

/** The result that was shown last, for the way back to its tile. */
export const lastOpened = (): string | null => opened;

export function rememberOpened(id: string | null): void {
  opened = id;
}
