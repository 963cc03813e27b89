import { AppError } from '../app-error';
import * as bananadev from './bananadev';
import * as bananahub from './bananahub';
import type { Endpoint } from './endpoint';
import { generate, generateFromPdf, health } from './paperbanana';
import * as admin from './paperbanana-admin';
import { composite } from './paperbanana-composite';
import { optimizePrompt, plot } from './paperbanana-plot';
import { task, taskImage } from './paperbanana-tasks';

/** The catalogue: all documented endpoints in the order in which lists show them. */
export const ENDPOINTS: readonly Endpoint[] = [
  generate,
  generateFromPdf,
  plot,
  optimizePrompt,
  composite,
  health,
  task,
  taskImage,
  admin.listKeys,
  admin.createKey,
  admin.getKey,
  admin.updateKey,
  admin.deleteKey,
  bananahub.textToImage,
  bananahub.imageToImage,
  bananahub.editImages,
  bananahub.nb2TextToImage,
  bananahub.nb2ImageToImage,
  bananahub.nbTextToImage,
  bananahub.nbImageToImage,
  bananahub.job,
  bananadev.start,
  bananadev.runAndWait,
  bananadev.check,
  bananadev.listModels,
  bananadev.getModel,
  bananadev.deploy,
  bananadev.usage,
  bananadev.account,
  bananadev.openapi,
  bananadev.definition,
];

/** What some servers have beyond their documentation: asked by id, listed nowhere. */
const EXTRAS: readonly Endpoint[] = [admin.adminHistory, admin.adminHistoryItem];

const byId = new Map([...ENDPOINTS, ...EXTRAS].map((endpoint) => [endpoint.id, endpoint]));

export function findEndpoint(id: string): Endpoint | undefined {
  return byId.get(id);
}

/** Throws `invalid_input` for an id that is none. */
export function requireEndpoint(id: string): Endpoint {
  const endpoint = byId.get(id);
  if (!endpoint) throw new AppError('invalid_input', { issues: [{ field: 'endpoint', code: 'unknown_endpoint' }] });
  return endpoint;
}
