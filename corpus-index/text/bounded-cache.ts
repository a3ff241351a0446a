/**
 * Keeps what was asked for last, as long as all of it together weighs no more than `limit`, and nothing of an owner that is gone.
 * In two generations: when the younger one weighs half of that it becomes the older one, and what nobody asked for since the last
 * time is forgotten. So nothing has to be moved when it is asked for.
 */
export class BoundedCache<Name extends string | number, Value> {
  private younger: Generation<Name, Value> = new WeakMap();
  private older: Generation<Name, Value> = new WeakMap();
  private weight = 0;

  constructor(private readonly limit: number) {}

  /** The owner's value of that name, or a new one of that weight. */
  get(owner: object, name: Name, weight: number, make: () => Value): Value {
    const known = this.younger.get(owner)?.get(name);
    if (known) return known.value;
    const kept = this.older.get(owner)?.get(name) ?? { value: make() };
    if (this.weight > 0 && this.weight + weight > this.limit / 2) this.age();
    this.weight += weight;
    const own = this.younger.get(owner) ?? new Map<Name, Kept<Value>>();
    this.younger.set(owner, own.set(name, kept));
    return kept.value;
  }

  /** What is larger than all the room does not grow old. */
  private age(): void {
    this.older = this.weight > this.limit ? new WeakMap() : this.younger;
    this.younger = new WeakMap();
    this.weight = 0;
  }
}

type Generation<Name, Value> = WeakMap<object, Map<Name, Kept<Value>>>;

interface Kept<Value> {
  readonly value: Value;
}
