import { z } from 'zod';
import { idSchema } from './api.ts';

/** A session of the person who asks: a browser in which they are signed in. */
const deviceSchema = z.object({
  id: idSchema,
  /** As people call them; absent where they are not known. */
  browser: z.string().optional(),
  system: z.string().optional(),
  /** When they signed in there. */
  since: z.string(),
  /** To some minutes. */
  lastUsedAt: z.string(),
  /** The browser that asks. */
  isCurrent: z.boolean(),
});
export type Device = z.infer<typeof deviceSchema>;
export const deviceListSchema = z.object({ devices: z.array(deviceSchema) });
