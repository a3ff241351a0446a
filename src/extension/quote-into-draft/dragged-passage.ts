import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import type { PassageRef } from '../../protocol/index';

/** What a passage dragged from a view is to the editor that it is dropped into. */
export const PASSAGE_TYPE = 'application/vnd.sourcewright.passage';

/** Lets passages of a view be dragged. Nothing can be dropped into the view. */
export const dragPassages = <Node>(
  passageOf: (node: Node) => PassageRef | undefined,
): TreeDragAndDropController<Node> => ({
  dragMimeTypes: [PASSAGE_TYPE],
  dropMimeTypes: [],
  handleDrag: ([node], dataTransfer) => {
    const passage = node === undefined ? undefined : passageOf(node);
    if (!passage) return;
    const { folder, key, n } = passage;
    dataTransfer.set(PASSAGE_TYPE, new DataTransferItem(JSON.stringify({ folder, key, n })));
  },
});

/** The passage that is dropped; undefined where it is something else. */
export async function droppedPassage(dataTransfer: DataTransfer): Promise<PassageRef | undefined> {
  const text = await dataTransfer.get(PASSAGE_TYPE)?.asString();
  const value = readJson(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { folder, key, n } = value as Record<string, unknown>;
  return typeof folder === 'string' && typeof key === 'string' && typeof n === 'number'
    ? { folder, key, n }
    : undefined;
}

/** Undefined for what is no JSON: other programs may use any type. */
export function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
