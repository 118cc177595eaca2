import { z } from 'zod';

/** What the operator sets through the environment, checked once at start (docs/architecture.md). */
export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Origin at which people reach the product; absent: localhost at the port that is served. */
  readonly publicUrl: string | undefined;
  /** Number of proxies in front that add to X-Forwarded-For; 0: believe nobody. */
  readonly trustedProxies: number;
  /** Who names it may read `/metrics`; absent: who asks from this machine. */
  readonly metricsToken: string | undefined;
  readonly smtpUrl: string | undefined;
  /** From whom letters come. */
  readonly mailFrom: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Make demo boards and people in an empty store, and print links for them at each start. */
  readonly demo: boolean;
  readonly production: boolean;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Settings of which the value is never repeated: it holds a password, or is one. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'METRICS_TOKEN', 'SMTP_URL']);

/** A setting is wrong; the message is one sentence that names it, and repeats its value unless that is secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const number = (min: number, max: number) =>
  z.coerce
    .number({ error: `moet een getal van ${min} tot en met ${max} zijn` })
    .int()
    .min(min)
    .max(max);

const address = (schemes: readonly string[], error: string) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), { error });

const origin = address(['http:', 'https:'], 'moet een adres als https://bord.gemeente.nl zijn')
  .refine((value) => URL.canParse(value) && /^\/?$/.test(new URL(value).pathname + new URL(value).search), {
    error: 'mag geen pad bevatten: alleen https://naam of https://naam:poort',
  })
  .transform((value) => new URL(value).origin);

const yes = z.enum(['1', 'true', 'ja', 'yes', 'on']).transform(() => true);
const no = z.enum(['0', 'false', 'nee', 'no', 'off']).transform(() => false);
const yesOrNo = z.union([yes, no], { error: 'moet 1 of 0 zijn' });

const environment = z.object({
  PORT: number(0, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'moet beginnen met postgres:// of leeg zijn').optional(),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: z
    .union([no.transform(() => 0), yes.transform(() => 1), number(0, 10)], {
      error: 'moet 0, 1 of het aantal proxyservers zijn',
    })
    .default(0),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,200}$/, { error: 'moet uit 16 tot 200 letters, cijfers of tekens als - en _ bestaan' })
    .optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'moet beginnen met smtp:// of smtps:// of leeg zijn').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]{1,100} <)?[^\s<>@]+@[^\s<>@]+>?$/, { error: 'moet een adres zijn, of Naam <adres>' })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `moet een van ${LOG_LEVELS.join(', ')} zijn` }).default('info'),
  DEMO: yesOrNo.optional(),
  NODE_ENV: z.string().optional(),
});

/** Where nobody said from whom letters come: from nobody at the product's own address. */
function senderAt(publicUrl: string | undefined): string {
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname;
  return `Opbrengstenbord <no-reply@${host.replace(/^\[|\]$/g, '')}>`;
}

/**
 * Reads the settings; an empty variable counts as absent.
 * @throws SettingsError naming the first setting that is wrong
 */
export function readSettings(variables: { readonly [name: string]: string | undefined }): Settings {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const result = environment.safeParse(present);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = String(issue?.path[0]);
    const value = SECRET.has(name) ? 'de waarde' : `"${present[name]}"`;
    throw new SettingsError(`De instelling ${name} klopt niet: ${value} ${issue?.message}.`);
  }
  const production = result.data.NODE_ENV === 'production';
  return {
    port: result.data.PORT,
    host: result.data.HOST,
    dataDir: result.data.DATA_DIR,
    databaseUrl: result.data.DATABASE_URL,
    publicUrl: result.data.PUBLIC_URL,
    trustedProxies: result.data.TRUST_PROXY,
    metricsToken: result.data.METRICS_TOKEN,
    smtpUrl: result.data.SMTP_URL,
    mailFrom: result.data.MAIL_FROM ?? senderAt(result.data.PUBLIC_URL),
    logLevel: result.data.LOG_LEVEL,
    demo: result.data.DEMO ?? !production,
    production,
  };
}
