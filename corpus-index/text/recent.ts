/**
 * The last few values that were made, for what is asked for several times in a row and then no more. What is forgotten so soon
 * costs the garbage collector nothing: kept for long, it would be moved about.
 */
export class Recent<Value> {
  private readonly values: (Value | undefined)[];
  private next = 0;

  constructor(size: number) {
    this.values = Array.from({ length: size }, () => undefined);
  }

  find(isWanted: (value: Value) => boolean): Value | undefined {
    for (const value of this.values) if (value !== undefined && isWanted(value)) return value;
    return undefined;
  }

  /** Keeps the value, and forgets the one that was kept longest. */
  keep(value: Value): Value {
    this.values[this.next] = value;
    this.next = (this.next + 1) % this.values.length;
    return value;
  }
}
