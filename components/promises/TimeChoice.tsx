import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fromFieldTime, suggestTimes, toFieldTime } from './promise-times.ts';

export interface TimeChoiceProps {
  /** The time so far; null: none was named. */
  dueAt: number | null;
  /** Takes the focus when it appears. */
  isFocused?: boolean;
  onChoose: (dueAt: number) => void;
}

/** By when? Three times for one press each, or any other. */
export function TimeChoice({ dueAt, isFocused = false, onChoose }: TimeChoiceProps) {
  const { t } = useTranslation();
  const [now] = useState(Date.now);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocused) first.current?.focus();
  }, [isFocused]);
  return (
    <Group gap={4} role="group" aria-label={t('promise.byWhen')}>
      {suggestTimes(now).map(({ choice, at }, position) => (
        <Button
          key={choice}
          ref={position === 0 ? first : null}
          size="compact-xs"
          variant="default"
          onClick={() => onChoose(at)}
        >
          {t(`promise.time.${choice}`)}
        </Button>
      ))}
      <OtherTime from={dueAt !== null && dueAt > now ? dueAt : now + 3_600_000} onChoose={onChoose} />
    </Group>
  );
}

function OtherTime({ from, onChoose }: { from: number; onChoose: (dueAt: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => toFieldTime(from));
  const [isRefused, setIsRefused] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const at = fromFieldTime(typed);
    if (at !== null && at > Date.now()) onChoose(at);
    else setIsRefused(true);
  };
  return (
    <form onSubmit={submit} className="promise-time">
      <input
        type="datetime-local"
        aria-label={t('promise.otherTime')}
        aria-invalid={isRefused}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setIsRefused(false);
        }}
      />
      <Button type="submit" size="compact-xs" variant="light">
        {t('promise.setTime')}
      </Button>
      {isRefused && (
        <Text size="xs" role="alert">
          {t('promise.timeOver')}
        </Text>
      )}
    </form>
  );
}
