import { statfsSync } from 'node:fs';
import type { Settings } from './env.ts';

/** Less than this is full: SQLite's log alone needs some. */
const FULL_BELOW_BYTES = 512 * 1024;
const NOT_WRITABLE = /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR$)/;
const DISK = /^(SQLITE_(FULL|IOERR|CANTOPEN)|ENOSPC|EDQUOT|EFBIG|EIO)/;
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}

function field(error: unknown, name: 'code' | 'syscall'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** What stopped the start, as sentences for the operator. */
export function startFailure(error: unknown, settings: Settings): string {
  const code = field(error, 'code');
  if (code === 'EADDRINUSE') return `Poort ${settings.port} is al in gebruik. Kies een andere met PORT.`;
  if (field(error, 'syscall') === 'listen') {
    return `Op ${settings.host}:${settings.port} kan niet worden geluisterd. Controleer HOST en PORT.`;
  }
  if (error instanceof Error && error.name === 'StoreInUse')
    return 'Er draait al een server op deze database. Stop die eerst; twee tegelijk zien elkaars wijzigingen niet.';
  const reason = `(${error instanceof Error ? error.message : error})`;
  if (settings.databaseUrl) return `De database is niet te openen. Controleer DATABASE_URL. ${reason}`;
  const where = `DATA_DIR (${settings.dataDir})`;
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code) || (DISK.test(code) && isFull(settings.dataDir))) {
    return `De schijf van ${where} is vol. Maak ruimte en start opnieuw. ${reason}`;
  }
  if (NOT_WRITABLE.test(code)) {
    return `In ${where} kan niet worden geschreven. Controleer van wie de map en de bestanden erin zijn, hun rechten, en of de schijf alleen-lezen is. ${reason}`;
  }
  if (DISK.test(code)) return `De schijf van ${where} geeft fouten. Controleer de schijf. ${reason}`;
  if (DAMAGED.test(code)) return `De database in ${where} is beschadigd. Zet een back-up terug. ${reason}`;
  return `De database is niet te openen. Controleer ${where}. ${reason}`;
}
