import type { Mention } from './mentions';

/** The actor that a mention names without doubt. */
export const onlyActor = ({ actors }: Pick<Mention, 'actors'>): string | undefined =>
  actors.length === 1 ? actors[0] : undefined;
