import type { Logger } from 'pino';
import type { DocumentShape } from '../../shared/doc/migrate.ts';
import type { Db } from '../db/database.ts';
import type { Audit } from './audit/audit.ts';
import type { LiveBoards } from './liveBoards.ts';
import type { SendMail } from './mail/mail.ts';
import type { Sessions } from './session/sessions.ts';

/** What every use case stands on. */
export interface ServiceContext {
  readonly db: Db;
  readonly live: LiveBoards;
  /** The shape in which this server writes boards, and the way to it. */
  readonly shape: DocumentShape;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly sendMail: SendMail;
  /** Origin at which people reach the product, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Does something after the answer was given; its error is logged. The server waits for it before it stops. */
  readonly later: (task: () => Promise<void>) => void;
}
