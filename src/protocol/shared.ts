/** The corpus that a team shares: what the extension and the server say to each other of it. */

/** Where the folder's shared corpus is; sent only when a person has agreed to speak to this address. */
export interface ShareParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** As the setting has it. Without it nothing is shared, or no more. */
  readonly address?: string;
  /** Empty where none is kept. */
  readonly password?: string;
}

/** How it stands with the shared corpus of a folder. */
export interface SharedHealth {
  readonly state: 'connecting' | 'reachable' | 'unreachable';
  /** Without a password. */
  readonly address: string;
  /** Why it cannot be reached: what happened, and what to do. */
  readonly problem?: string;
  /** The user or password was refused: a person should give another one. */
  readonly isRefused?: boolean;
  /** Cited sources of it that are at hand. */
  readonly sources: number;
  /** While it cannot be reached: how many of them are copies kept, and when the oldest was last what the corpus had. */
  readonly copies?: { readonly count: number; readonly of: string };
}

export interface AddressParams {
  readonly address: string;
}

/** The address as passwords are kept by; or a sentence on what is wrong with it. */
export interface AddressResult {
  readonly written?: string;
  readonly host?: string;
  readonly isEncrypted?: boolean;
  readonly problem?: string;
}

export const sharedMethods = {
  share: 'sourcewright/share',
  address: 'sourcewright/sharedAddress',
} as const;
