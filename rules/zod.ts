import { z } from 'zod';

// Zod 4 probes `Function` to compile its parsers; an extension page's CSP counts each probe as a violation.
z.config({ jitless: true });

export { z };
