/** What is used of the packages, which have no types of their own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { chain(data: unknown, options: { readonly forceType: string }): unknown };
    readonly output: {
      format(format: string, items: readonly object[], options: { readonly format: 'text' }): string;
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
