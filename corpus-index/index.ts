export type { Span } from './text/span';
export { overlaps, touches } from './text/span';
export type { MappedText } from './text/mapped-text';
export { MappedTextBuilder, originalSpan } from './text/mapped-text';
export type { RecordProblem } from './records/problem';
export type { CslName, SourceRecord } from './records/source-record';
export type { Actor } from './records/actor';
export type { DroppedStretch, DropReason, Passage } from './passages/passage';
export type { Source, SourceMetadata, SourceText } from './passages/source';
