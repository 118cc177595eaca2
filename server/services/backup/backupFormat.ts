import { z } from 'zod';
import { type AnyRow, WHOLE_TABLES } from '../../db/wholeTables.ts';

/** The format of a backup file (docs/operations/backup.md): gzip of one JSON value a line. */
export const FORMAT = 'opbrengstenbord-backup';
/** Raised when a file can no longer be read by who knows the version before. */
export const FORMAT_VERSION = 1;

/** What the first line must say before anything else of it is believed. */
export const formatSchema = z.object({ format: z.literal(FORMAT), version: z.int().min(1) });

/** The first line. */
export const headerSchema = formatSchema.extend({
  /** The product's version, for people. */
  product: z.string(),
  /** The highest number of the documents' shape that is in it. */
  schema: z.int(),
  /** ISO time. */
  createdAt: z.string(),
  /** Migrations that the tables went through. */
  migrations: z.array(z.string()),
  /** Every board, with the number of the newest journal row that is in it. */
  boards: z.array(z.object({ id: z.string(), sequence: z.int(), generation: z.int() })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const valueSchema = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })]);

/** A line for each row of each table. */
export const rowSchema = z.object({
  table: z.enum(WHOLE_TABLES.map(({ name }) => name)),
  row: z.record(z.string(), valueSchema),
});
export type StoredTable = z.infer<typeof rowSchema>['table'];

/** The last line: what must have come before it. */
export const trailerSchema = z.object({
  end: z.object({
    rows: z.record(z.string(), z.int()),
    /** Hex SHA-256 of every byte before this line. */
    sha256: z.string(),
  }),
});

/** A row as its line holds it: bytes as `{base64}`. */
export function rowLine(table: StoredTable, row: AnyRow): string {
  const values = Object.entries(row).map(([column, value]) => {
    const isBytes = value instanceof Uint8Array;
    return [column, isBytes ? { base64: Buffer.from(value).toString('base64') } : value];
  });
  return JSON.stringify({ table, row: Object.fromEntries(values) });
}

/** The row that a line holds. A NUL in a text, which PostgreSQL cannot hold, is left out. */
export function rowOfLine({ row }: z.infer<typeof rowSchema>): AnyRow {
  const values = Object.entries(row).map(([column, value]) => {
    if (typeof value === 'string') return [column, value.replaceAll('\0', '')];
    return [column, typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value];
  });
  return Object.fromEntries(values);
}
