/** `failed`: the file system says no, with its own words as the cause. */
export type BackupErrorCode = 'damaged' | 'newer' | 'notABackup' | 'notEmpty' | 'failed';

/** A backup cannot be made or put back. Nothing was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, cause?: unknown) {
    super(`backup: ${code}`, { cause });
    this.code = code;
  }
}
