import { l10n } from 'vscode';
import type { ActorKind } from '../../protocol/index';

/** The order of the groups. */
export const ACTOR_KINDS: readonly ActorKind[] = [
  'person',
  'organisation',
  'company',
  'public-body',
  'state',
  'place',
  'vehicle',
  'unknown',
  'other',
];

export function kindsLabel(kind: ActorKind): string {
  switch (kind) {
    case 'person':
      return l10n.t('People');
    case 'organisation':
      return l10n.t('Organisations');
    case 'company':
      return l10n.t('Companies');
    case 'public-body':
      return l10n.t('Public Bodies');
    case 'state':
      return l10n.t('States');
    case 'place':
      return l10n.t('Places');
    case 'vehicle':
      return l10n.t('Ships, Aircraft and Vehicles');
    case 'unknown':
      return l10n.t('Person or Organisation Unknown');
    case 'other':
      return l10n.t('Others');
  }
}

const ICONS: Record<ActorKind, string> = {
  person: 'person',
  organisation: 'organization',
  company: 'briefcase',
  'public-body': 'library',
  state: 'globe',
  place: 'location',
  vehicle: 'package',
  unknown: 'question',
  other: 'symbol-misc',
};

export const kindIcon = (kind: ActorKind): string => ICONS[kind];
