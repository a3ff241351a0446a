import type { ActorsEdit } from '../../protocol/index';
import { applyFileEdit, type ApplyOptions } from '../apply-file-edit';

/** Makes the change of actors.yaml that the server answers with. */
export const applyActorsEdit = <Answer extends ActorsEdit>(
  folder: string,
  ask: () => Promise<Answer>,
  options?: ApplyOptions,
): Promise<Answer | undefined> => applyFileEdit(folder, 'actors.yaml', ask, options);
