import { Text } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { RATING_LEVELS, type Criterion, type RatingLevel } from '../../knowledge/assessment/index.ts';
import { useLocale } from '../i18n/use-locale.ts';

export interface RatingFieldProps {
  criterion: Criterion;
  value: RatingLevel | undefined;
  onRate: (level: RatingLevel) => void;
  /** A digit rates and goes on: where to. */
  onDone: () => void;
}

const MIDDLE: RatingLevel = 3;
const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** One dimension, 1 to 5 by digit or arrow, with the behaviour each level means shown while rating. */
export function RatingField({ criterion, value, onRate, onDone }: RatingFieldProps) {
  const locale = useLocale();
  const [hovered, setHovered] = useState<RatingLevel | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const described = hovered ?? value ?? MIDDLE;
  const anchorId = `anchor-${criterion.id}`;

  const rate = (level: RatingLevel) => {
    onRate(level);
    group.current?.querySelector<HTMLElement>(`[data-level="${level}"]`)?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typed = RATING_LEVELS.find((level) => event.key === String(level));
    const step = STEPS[event.key];
    if (!typed && !step) return;
    event.preventDefault();
    if (typed) {
      onRate(typed);
      onDone();
      return;
    }
    const next = RATING_LEVELS.find((level) => level === (value ?? MIDDLE) + (step ?? 0));
    if (next) rate(next);
  };

  return (
    <div>
      <Text size="sm" fw={600} id={`name-${criterion.id}`}>
        {criterion.name[locale]}
      </Text>
      <div
        ref={group}
        className="rating"
        role="radiogroup"
        aria-labelledby={`name-${criterion.id}`}
        aria-describedby={anchorId}
        data-criterion={criterion.id}
        onPointerLeave={() => setHovered(null)}
      >
        {RATING_LEVELS.map((level) => (
          <LevelButton
            key={level}
            level={level}
            meaning={criterion.anchors[level][locale]}
            isChosen={value === level}
            isTabStop={(value ?? MIDDLE) === level}
            onHover={setHovered}
            onChoose={rate}
            onKeyDown={handleKey}
          />
        ))}
      </div>
      <Text id={anchorId} size="xs" c="dimmed" mih={18}>
        {described}. {criterion.anchors[described][locale]}
      </Text>
    </div>
  );
}

interface LevelButtonProps {
  level: RatingLevel;
  meaning: string;
  isChosen: boolean;
  isTabStop: boolean;
  onHover: (level: RatingLevel | null) => void;
  onChoose: (level: RatingLevel) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function LevelButton(props: LevelButtonProps) {
  const { level, meaning, isChosen, isTabStop, onHover, onChoose, onKeyDown } = props;
  return (
    <button
      type="button"
      role="radio"
      className="rating-level"
      data-level={level}
      aria-checked={isChosen}
      aria-label={`${level}. ${meaning}`}
      tabIndex={isTabStop ? 0 : -1}
      onPointerEnter={() => onHover(level)}
      onFocus={() => onHover(level)}
      onBlur={() => onHover(null)}
      onClick={() => onChoose(level)}
      onKeyDown={onKeyDown}
    >
      {level}
    </button>
  );
}
