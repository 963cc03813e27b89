import { z } from 'zod';

// The window's Content-Security-Policy forbids eval: zod must not try to compile its parsers.
z.config({ jitless: true });
