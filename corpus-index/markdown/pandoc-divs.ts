/** The opening or closing line of a pandoc or Quarto div: `::: {.callout-note}`, `:::`. */
const DIV_FENCE = /^([ \t>]*)(:{3,}(?!:)(?:[ \t]*(?:\{[^}\r\n]*\}|[^\s{:]\S*))?(?:[ \t]*:+)?[ \t]*)$/gm;

/**
 * The text with the fences of pandoc's divs blanked out, at the same length: a blank line parts blocks as a fence does,
 * and what stands on a fence is no prose.
 */
export const withoutDivFences = (text: string): string =>
  text.includes(':::')
    ? text.replace(DIV_FENCE, (_, prefix: string, fence: string) => prefix + ' '.repeat(fence.length))
    : text;
