/** Numbers in a slot: node, label and the node they lead to. */
const FIELDS = 3;
const LOAD = 0.5;
const MIX_NODE = 0x9e3779b1;
const MIX_LABEL = 0x85ebca6b;

/** The edges of a trie: (node, label) leads to a node. One flat table with linear probing; no node is 0 but the root. */
export class EdgeTable {
  private slots = new Int32Array(64 * FIELDS);
  private count = 0;

  /** The node that `label` leads to; 0, the root, where it leads nowhere. */
  get(node: number, label: number): number {
    return this.slots[this.slotOf(node, label) + 2] ?? 0;
  }

  set(node: number, label: number, target: number): void {
    if (++this.count * FIELDS > this.slots.length * LOAD) this.grow();
    this.put(node, label, target);
  }

  /** The node at the end of a way from the root; where it has none, `newNode` makes one. */
  addPath(path: readonly number[], newNode: () => number): number {
    let node = 0;
    for (const label of path) {
      let target = this.get(node, label);
      if (target === 0) this.set(node, label, (target = newNode()));
      node = target;
    }
    return node;
  }

  private put(node: number, label: number, target: number): void {
    const { slots } = this;
    const slot = this.slotOf(node, label);
    slots[slot] = node;
    slots[slot + 1] = label;
    slots[slot + 2] = target;
  }

  private slotOf(node: number, label: number): number {
    const { slots } = this;
    const mask = slots.length / FIELDS - 1;
    const hash = Math.imul(node, MIX_NODE) ^ Math.imul(label, MIX_LABEL);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (
      slots[slot * FIELDS + 2] !== 0 &&
      !(slots[slot * FIELDS] === node && slots[slot * FIELDS + 1] === label)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot * FIELDS;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += FIELDS) {
      const target = old[at + 2] ?? 0;
      if (target !== 0) this.put(old[at] ?? 0, old[at + 1] ?? 0, target);
    }
  }
}
