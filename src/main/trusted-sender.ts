import { isOwnPage } from './request-filter';

export interface Sender {
  isOwnWindow: boolean;
  isMainFrame: boolean;
  /** The frame's address; undefined where the frame is gone already. */
  address: string | undefined;
}

/**
 * Only the main frame of our own page may call. A frame inside it, or a page that took its place, may have been
 * put there by somebody else.
 */
export function isTrustedSender(sender: Sender, devServer: string | undefined): boolean {
  return (
    sender.isOwnWindow && sender.isMainFrame && sender.address !== undefined && isOwnPage(sender.address, devServer)
  );
}
