import { inOneGo, MemoryIndex, readSegment, segmentBytes } from '#corpus-index';
import { describePassageIndex } from '../../support/passage-index-engine';

/** Everything in one segment. */
function joined(index: MemoryIndex): MemoryIndex {
  inOneGo(index.join());
  return index;
}

/** What a file of it would give. */
function readBack(index: MemoryIndex): MemoryIndex {
  const segment = readSegment(segmentBytes(inOneGo(index.join())));
  return segment ? MemoryIndex.of(segment) : new MemoryIndex();
}

describePassageIndex('in memory, as it was put in', () => new MemoryIndex());
describePassageIndex('in memory, joined', () => new MemoryIndex(), joined);
describePassageIndex('in memory, written and read', () => new MemoryIndex(), readBack);
