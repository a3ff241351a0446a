/** Counts how much text is kept of a folder's sources. */
export class TextBudget {
  private readonly sizes = new Map<string, number>();
  private kept = 0;

  /** `limit`: bytes. */
  constructor(readonly limit: number) {}

  /** Bytes. */
  get total(): number {
    return this.kept;
  }

  /** Whether the source can be kept, and counts it then in the place of what was kept of it before. */
  take(path: string, bytes: number): boolean {
    const total = this.kept - (this.sizes.get(path) ?? 0) + bytes;
    if (total > this.limit) return false;
    this.sizes.set(path, bytes);
    this.kept = total;
    return true;
  }

  /** The source is kept no longer. */
  release(path: string): void {
    this.kept -= this.sizes.get(path) ?? 0;
    this.sizes.delete(path);
  }
}
