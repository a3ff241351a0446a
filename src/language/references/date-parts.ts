/** Year, month and day of a CSL date's beginning, months and days with two digits; undefined where it has no parts. */
export function datePartsOf(date: unknown): readonly string[] | undefined {
  const parts = (date as { readonly 'date-parts'?: readonly (readonly unknown[])[] } | undefined)?.[
    'date-parts'
  ];
  return parts?.[0]?.map((part) => String(part).padStart(2, '0'));
}
