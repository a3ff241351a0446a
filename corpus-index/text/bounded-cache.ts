/** Keeps what was asked for last, as long as all of it together weighs no more than `limit`. */
export class BoundedCache<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  private total = 0;

  constructor(private readonly limit: number) {}

  /** The value of that name, or a new one of that weight. */
  get(name: string, weight: number, make: () => Value): Value {
    const known = this.kept.get(name);
    if (known) {
      // The last one in the map is the last one asked for.
      this.kept.delete(name);
      this.kept.set(name, known);
      return known.value;
    }
    const value = make();
    this.kept.set(name, { value, weight });
    this.total += weight;
    for (const [oldest, { weight: freed }] of this.kept) {
      if (this.total <= this.limit || oldest === name) break;
      this.kept.delete(oldest);
      this.total -= freed;
    }
    return value;
  }
}
