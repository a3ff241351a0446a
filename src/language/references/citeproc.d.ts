/** What is used of the package, which has no types of its own. */
declare module 'citeproc' {
  export interface System {
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): object;
  }

  export interface CiteprocCitation {
    readonly citationID: string;
    readonly citationItems: readonly object[];
    readonly properties: { readonly noteIndex: number };
  }

  export class Engine {
    constructor(system: System, style: string, language?: string, forceLanguage?: boolean);
    readonly opt: { readonly xclass: string };
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    updateUncitedItems(ids: readonly string[]): void;
    rebuildProcessorState(
      citations: readonly CiteprocCitation[],
      format: 'html' | 'text',
      uncited: readonly string[],
    ): [id: string, note: number, text: string][];
    makeCitationCluster(items: readonly object[]): string;
    makeBibliography(): [{ readonly entry_ids: readonly string[][] }, string[]] | false;
  }
}
