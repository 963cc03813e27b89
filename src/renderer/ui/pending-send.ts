/** The form that is to be sent as soon as it is open and filled; asked for by other screens, taken once. */
let wanted: string | undefined;

export function wantSend(endpoint: string): void {
  wanted = endpoint;
}

export function takeSend(endpoint: string): boolean {
  if (wanted !== endpoint) return false;
  wanted = undefined;
  return true;
}
