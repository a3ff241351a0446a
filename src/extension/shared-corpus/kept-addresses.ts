import type { ExtensionContext } from 'vscode';

const agreed = 'sharedCorpora';

/** The addresses that a person has agreed to, and their passwords: by the address as it is written in full, whoever's settings name it. */
export class KeptAddresses {
  readonly #context: Pick<ExtensionContext, 'globalState' | 'secrets'>;

  constructor(context: Pick<ExtensionContext, 'globalState' | 'secrets'>) {
    this.#context = context;
  }

  isAgreed(address: string): boolean {
    return this.#all.includes(address);
  }

  /** Empty where the database asks for none. */
  async password(address: string): Promise<string> {
    return (await this.#context.secrets.get(secretOf(address))) ?? '';
  }

  async keep(address: string, password: string): Promise<void> {
    await this.#context.secrets.store(secretOf(address), password);
    await this.#context.globalState.update(agreed, [...new Set([...this.#all, address])]);
  }

  async forget(address: string): Promise<void> {
    await this.#context.globalState.update(
      agreed,
      this.#all.filter((one) => one !== address),
    );
    await this.#context.secrets.delete(secretOf(address));
  }

  get #all(): readonly string[] {
    return this.#context.globalState.get<readonly string[]>(agreed, []);
  }
}

const secretOf = (address: string): string => `sharedCorpus ${address}`;
