/** Put on an element of a screen: lists and menus that float open inside it, and so inside the page's main landmark. */
export const portalTarget = { 'data-portal-target': '' } as const;

/** For Mantine's menus, popovers and lists: float in the screen's portal target. */
export const inScreen = { portalProps: { target: '[data-portal-target]' } } as const;
