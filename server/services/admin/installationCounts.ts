import { countInstallation, type InstallationCounts } from '../../db/installation.ts';
import type { ServiceContext } from '../context.ts';

/** How much there is in the installation. */
export async function installationCounts({ db, now }: ServiceContext): Promise<InstallationCounts> {
  return countInstallation(db, now().toISOString());
}
