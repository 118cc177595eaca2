import type { HttpBindings } from '@hono/node-server';
import type { ServiceContext } from '../services/context.ts';
import type { SignedIn } from '../services/session/sessions.ts';
import type { SignInLimits } from '../services/signInLimits.ts';

/** What every route gets; see `middleware` for who puts it there. */
export interface Env {
  Bindings: HttpBindings;
  Variables: {
    services: ServiceContext;
    limits: SignInLimits;
    signedIn: SignedIn | undefined;
    /** From where the request came, for limits. */
    address: string;
  };
}
