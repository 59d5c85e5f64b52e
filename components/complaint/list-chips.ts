import type { TFunction } from 'i18next';
import type { ConversationSignals, Signal } from '../../knowledge/signals/index.ts';
import { nameFamily } from '../state/name-family.ts';

export interface Chip {
  key: string;
  label: string;
  signal: Signal;
}

const MOST_FAMILIES = 2;

/** In the order of weight: danger first, then what it is about, then how the customer feels. */
export function listChips(signals: ConversationSignals, t: TFunction): Chip[] {
  return [...listPressure(signals, t), ...listMatter(signals, t), ...listPerson(signals, t)];
}

function listPressure({ dangers, threats }: ConversationSignals, t: TFunction): Chip[] {
  return [
    ...dangers.map((signal) => toChip(`danger-${signal.kind}`, t(`danger.${signal.kind}`), signal)),
    ...threats.map((signal) => {
      const name = t(`threat.${signal.kind}`);
      return toChip(`threat-${signal.kind}`, signal.isDone ? t('threat.done', { name }) : name, signal);
    }),
  ];
}

function listMatter({ families, repeat, compensation, identityTheft }: ConversationSignals, t: TFunction) {
  const about = families
    .slice(0, MOST_FAMILIES)
    .map((signal) => toChip(`family-${signal.family}`, nameFamily(signal.family, t), signal));
  return [
    ...about,
    ...put('identity-theft', t('complaint.identityTheft'), identityTheft),
    ...put('repeat', repeat ? t('complaint.repeat', { times: repeat.times }) : '', repeat),
    ...put(
      'compensation',
      t(compensation?.isBeyondPaid ? 'complaint.compensationBeyond' : 'complaint.compensation'),
      compensation,
    ),
  ];
}

function listPerson({ emotion, vulnerable, isCutOff, churn }: ConversationSignals, t: TFunction): Chip[] {
  const mood = emotion.level === 'calm' ? null : emotion;
  return [
    ...put('emotion', t('complaint.emotion', { level: t(`emotion.${emotion.level}`) }), mood),
    ...put('vulnerable', t('complaint.vulnerable'), vulnerable),
    ...put('cut-off', t('complaint.cutOff'), isCutOff),
    ...put('churn', t('complaint.churn'), churn),
  ];
}

function put(key: string, label: string, signal: Signal | null): Chip[] {
  return signal ? [toChip(key, label, signal)] : [];
}

function toChip(key: string, label: string, signal: Signal): Chip {
  return { key, label, signal };
}
