import { createServices, type Services, type ServicesOptions } from '../../src/main/services';
import { systemClock } from '../../src/shared/clock';
import { createFakeLog } from './fake-log';

/** The real services over Node's fetch and the computer's clock, told nothing of what happens but by `options`. */
export function createRealServices(options: Pick<ServicesOptions, 'dataDir'> & Partial<ServicesOptions>): Services {
  return createServices({
    fetch: (request) => fetch(request),
    secretOf: async () => 'pb_x',
    clock: systemClock,
    random: Math.random,
    log: createFakeLog(),
    onJobChanged: () => undefined,
    onJobFinished: () => undefined,
    ...options,
  });
}
