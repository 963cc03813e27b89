import { app } from 'electron';

/**
 * Address of the renderer's development server, where there is one. Never in a package: whoever can set a variable
 * could put a page of his own behind our bridge.
 */
export function developmentServer(): string | undefined {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
}
