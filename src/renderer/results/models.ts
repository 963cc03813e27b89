import type { z } from 'zod';
import type { modelDetailSchema } from '../../shared/endpoints/bananadev';
import { openForm } from './open-form';

export type Model = z.infer<typeof modelDetailSchema>['data'];

/** Opens the form that starts a run, with the model's key in it; inputs that were typed stay. */
export function runModel({ modelKey }: Model): void {
  openForm('bananadev.start', (draft) => ({ startOnly: true, ...draft, modelKey }));
}

/** Asks what is known of a model: costs nothing, so it is sent at once. */
export function showModel({ modelKey }: Model): void {
  openForm('bananadev.getModel', () => ({ model_key: modelKey }), { send: true });
}
