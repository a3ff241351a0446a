/** The build puts Markdown files in as their text. */
declare module '*.md' {
  const text: string;
  export default text;
}
