import {
  describeAddressProblem,
  isAddress,
  readAddress,
  writtenAddress,
  type CorpusAddress,
} from '../shared-corpus/address';
import { sharedFailure } from '../shared-corpus/failure';
import { UsageError } from './command';

/** The address of a shared corpus that an option names. */
export function addressFrom(option: string, value: unknown): CorpusAddress {
  if (typeof value !== 'string') throw new UsageError(`${option} takes the address of a shared corpus.`);
  const address = readAddress(value);
  if (isAddress(address)) return address;
  const help =
    address === 'password' ? ' Put it into the variable PGPASSWORD or into the file ~/.pgpass.' : '';
  throw new UsageError(`${option}: ${describeAddressProblem(address)}${help}`);
}

/** What speaks to databases is loaded where it is needed. */
export const database = () => import('../shared-corpus/database');

/** The shared corpus cannot be used: said as it is, exit 2. */
export class CorpusFailure extends Error {}

export async function withAddress<Result>(
  address: CorpusAddress,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw new CorpusFailure(`${writtenAddress(address)}: ${sharedFailure(error).message}`, { cause: error });
  }
}
