/** zod as we use it: without compiling schemas to code, which our content security policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
