/**
 * A program that is meant to be killed: takes up what an earlier one left in the folder, submits jobs of its own, and
 * follows them all. Arguments: data folder, base URL, a name for its jobs, how many.
 */
import { diagram } from './example-job';
import { createRealServices } from './real-services';

const [dataDir = '', baseUrl = '', name = '', count = '0'] = process.argv.slice(2);

const services = createRealServices({ dataDir, pace: () => 100 });
services.jobs.start();
process.stdout.write('started\n');
// keeps the program alive until it is killed
setInterval(() => undefined, 1000);

for (let index = 0; index < Number(count); index += 1)
  setTimeout(() => {
    void services.jobs.submit({
      endpoint: diagram.endpoint,
      input: { ...diagram.input, caption: `${name}-${index}` },
      profile: { ...diagram.profile, baseUrl },
    });
  }, index * 15);
