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

/** One dimension, 1 to 5 by digit or arrow, with the behaviour each level means shown while rating. */
export function RatingField({ criterion, value, onRate, onDone }: RatingFieldProps) {
  const locale = useLocale();
  const [hovered, setHovered] = useState<RatingLevel | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const described = hovered ?? value ?? 3;
  const anchorId = `anchor-${criterion.id}`;

  const rate = (level: RatingLevel) => {
    onRate(level);
    group.current?.querySelector<HTMLElement>(`[data-level="${level}"]`)?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const typed = RATING_LEVELS.find((level) => event.key === String(level));
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (typed) {
      onRate(typed);
      onDone();
    } else if (step) {
      const next = RATING_LEVELS.find((level) => level === (value ?? 3) + step);
      if (next) rate(next);
    } else return;
    event.preventDefault();
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
        onKeyDown={handleKey}
        onPointerLeave={() => setHovered(null)}
      >
        {RATING_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            role="radio"
            className="rating-level"
            data-level={level}
            aria-checked={value === level}
            aria-label={`${level}. ${criterion.anchors[level][locale]}`}
            tabIndex={(value ?? 3) === level ? 0 : -1}
            onPointerEnter={() => setHovered(level)}
            onFocus={() => setHovered(level)}
            onBlur={() => setHovered(null)}
            onClick={() => rate(level)}
          >
            {level}
          </button>
        ))}
      </div>
      <Text id={anchorId} size="xs" c="dimmed" mih={18}>
        {described}. {criterion.anchors[described][locale]}
      </Text>
    </div>
  );
}
