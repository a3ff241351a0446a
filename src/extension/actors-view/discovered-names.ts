import type { Server } from '../server';
import type { DiscoveredName } from '../../protocol/index';

/** So many names are listed; more than a person goes through in one sitting. */
const MOST_NAMES = 200;

/** The names that no actor of the registry claims, likeliest first; none from a server that looks for none. */
export async function discoveredNames(server: Server, folder: string): Promise<readonly DiscoveredName[]> {
  const found = await server.discoveredNames({ folder, limit: MOST_NAMES }).catch(() => undefined);
  return found?.names ?? [];
}
