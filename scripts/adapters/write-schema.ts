/** `npm run adapters:schema`: writes docs/console-adapter.schema.json anew; a test holds it against the code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeAdapterSchema } from '../../knowledge/contracts/index.ts';

const file = join(import.meta.dirname, '../../docs/console-adapter.schema.json');
await writeFile(file, `${JSON.stringify(describeAdapterSchema(), null, 2)}\n`);
