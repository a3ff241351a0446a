import type { AddressParams, AddressResult, ShareParams } from '../protocol/shared';
import { describeAddressProblem, isAddress, readAddress, writtenAddress } from '../shared-corpus/address';
import type { Workspace } from './workspace';

/** Answers what the extension says and asks of shared corpora. The server connects only where it is told to. */
export class SharedRequests {
  /** Where copies of what was cited are kept. */
  copies: string | undefined;
  /** Of folders that are not open yet. */
  private readonly early = new Map<string, ShareParams>();

  constructor(private readonly workspace: Workspace) {}

  share(params: ShareParams): null {
    const folder = this.workspace.folder(params.folder);
    if (!folder) this.early.set(params.folder, params);
    const address = params.address === undefined ? undefined : readAddress(params.address);
    folder?.share(address && isAddress(address) ? address : undefined, params.password, this.copies);
    return null;
  }

  /** A folder was opened: what was said of it before counts now. */
  opened(uri: string): void {
    const early = this.early.get(uri);
    this.early.delete(uri);
    if (early) this.share(early);
  }

  address({ address }: AddressParams): AddressResult {
    const read = readAddress(address);
    if (!isAddress(read)) return { problem: describeAddressProblem(read) };
    return { written: writtenAddress(read), host: read.host, isEncrypted: read.tls };
  }
}
