/** What is used of the packages, which have no types of their own. */
declare module '@citation-js/core' {
  export interface BibtexEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  type RisValue = string | number;
  export type RisRecord = { readonly TY: string } & Readonly<
    Record<string, RisValue | readonly RisValue[] | undefined>
  >;
  interface AsObjects {
    readonly format: 'object';
  }
  export const plugins: {
    readonly config: {
      get(plugin: '@bibtex'): { readonly format: { checkLabel: boolean; asciiOnly: boolean } };
    };
    readonly input: {
      chain(
        data: string,
        options: { readonly forceType: string },
      ): readonly Readonly<Record<string, unknown>>[];
    };
    readonly output: {
      format(
        format: 'bibtex' | 'biblatex',
        items: readonly object[],
        options: AsObjects,
      ): readonly BibtexEntry[];
      format(format: 'ris', items: readonly object[], options: AsObjects): readonly RisRecord[];
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
