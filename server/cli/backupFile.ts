import { resolve } from 'node:path';
import { BackupError, type BackupErrorCode } from '../services/backup/backupError.ts';
import { CliError } from './cliError.ts';
import type { CliInput } from './commandContext.ts';

/** The whole path of the file that a command names. */
export function backupFile({ words }: CliInput, usage: string): string {
  const [file, ...more] = words;
  if (!file || more.length > 0) throw new CliError(`Zo werkt deze opdracht niet. Gebruik: ${usage}`);
  return resolve(file);
}

const SENTENCES: { readonly [code in BackupErrorCode]: string } = {
  damaged: 'Deze back-up is beschadigd of niet compleet. Er is niets gewijzigd.',
  newer: 'Deze back-up komt van een nieuwere versie. Werk eerst dit programma bij. Er is niets gewijzigd.',
  notABackup: 'Dit bestand is geen back-up van Opbrengstenbord. Er is niets gewijzigd.',
  notEmpty: 'Er staan al gegevens in deze database. Terugzetten kan alleen in een lege. Er is niets gewijzigd.',
  failed: 'Het bestand is niet te lezen of te schrijven.',
};

/** Says in a sentence why a backup could not be made or put back. */
export async function inSentences<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    const words = error.code === 'failed' && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    throw new CliError(`${SENTENCES[error.code]}${words}`);
  }
}
