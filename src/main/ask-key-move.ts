import { BrowserWindow, dialog } from 'electron';
import type { KeyMove, KeyMoveAnswer } from './credentials/account-keys';
import type { Translate } from './translate';

const ANSWERS = ['cancel', 'leave', 'move'] as const satisfies readonly KeyMoveAnswer[];

/**
 * Asks by the system's own message box whether a stored key may go to another server: no page can draw it, press its
 * buttons or choose its words, so the account's name, which a page gives, is left out. Anything but a press of the
 * button is no.
 */
export function createAskKeyMove(translate: () => Translate) {
  return async ({ own, other, hint }: KeyMove): Promise<KeyMoveAnswer> => {
    const t = translate();
    const key = hint === null ? t('main.keyMove.key') : t('main.keyMove.keyEnding', { hint });
    const options = {
      type: 'warning' as const,
      title: t('main.keyMove.title'),
      message: t('main.keyMove.message', { other }),
      detail: own === null ? t('main.keyMove.unknown', { key, other }) : t('main.keyMove.known', { key, own, other }),
      buttons: ANSWERS.map((answer) => t(`main.keyMove.${answer}`)),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const owner = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    const { response } = await (owner ? dialog.showMessageBox(owner, options) : dialog.showMessageBox(options));
    return ANSWERS[response] ?? 'cancel';
  };
}
