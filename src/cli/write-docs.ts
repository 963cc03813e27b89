// npm run docs: writes the pages that are made from the program itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage } from './errors-page';

writeFileSync(join(__dirname, '../../docs/errors.md'), errorsPage());
