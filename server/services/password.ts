import { hash, verify } from '@node-rs/argon2';

/** OWASP's smallest argon2id parameters; about 20 ms. The package's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let decoy: Promise<string> | undefined;

/**
 * True when the password fits.
 * @param passwordHash null takes as long as a wrong password, so that time does not tell who has an account
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const fits = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return fits && passwordHash !== null;
}
