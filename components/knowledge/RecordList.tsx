import { ActionIcon, Button, Group, Paper, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

const STEP = 100;

/** @param isGone whether the row goes, once that is known */
export type Leave = (isGone: Promise<boolean>) => void;

export interface RecordListProps<TRow> {
  label: string;
  rows: readonly TRow[];
  /** Says which row this is; stays the same while the row lives. */
  identify: (row: TRow) => string;
  /** @param leave is told of what may take the row away, so that the focus is not lost with it */
  renderRow: (row: TRow, leave: Leave) => ReactNode;
  /** Tells whether the row is gone. Absent where rows cannot be taken away. */
  onRemove?: (row: TRow) => Promise<boolean>;
}

/** Rows with a way to take each away. Arrows go from row to row; long lists are shown a hundred at a time. */
export function RecordList<TRow>({ label, rows, identify, renderRow, onRemove }: RecordListProps<TRow>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const noteRemoval = useFocusAfterRemoval(list, rows);
  useFocusAfterGrowth(list, shown);
  return (
    <Stack gap={6} onKeyDown={(event: KeyboardEvent) => moveInList(event, list.current)}>
      <ul ref={list} className="record-list" aria-label={label} tabIndex={-1}>
        {rows.slice(0, shown).map((row, at) => (
          <Paper key={identify(row)} withBorder p={8} component="li">
            <Group gap={6} wrap="nowrap" align="flex-start" justify="space-between">
              <div style={{ minWidth: 0 }}>{renderRow(row, (isGone) => noteRemoval(at, isGone))}</div>
              {onRemove && <RemoveButton onClick={() => noteRemoval(at, onRemove(row))} />}
            </Group>
          </Paper>
        ))}
      </ul>
      {rows.length > shown && (
        <Button size="xs" variant="default" onClick={() => setShown(shown + STEP)}>
          {t('knowledge.showMore', { count: rows.length - shown })}
        </Button>
      )}
    </Stack>
  );
}

function RemoveButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  const label = t('knowledge.remove');
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconTrash size={14} />
    </ActionIcon>
  );
}

const listStops = (list: HTMLElement | null): HTMLElement[] =>
  [...(list?.children ?? [])].flatMap((row) => row.querySelector<HTMLElement>('button') ?? []);

function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  const stops = listStops(list);
  const at = stops.findIndex((stop) => stop.closest('li')?.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
}

/** The button that was pressed goes with its row: the next row's takes the focus, or the page's section. */
function useFocusAfterRemoval(list: RefObject<HTMLElement | null>, rows: readonly unknown[]) {
  const removedAt = useRef<number | null>(null);
  useEffect(() => {
    if (removedAt.current === null || document.activeElement !== document.body) return;
    const stops = listStops(list.current);
    stops[Math.min(removedAt.current, stops.length - 1)]?.focus();
    removedAt.current = null;
  }, [list, rows]);
  useEffect(
    () => () => {
      // The last row went, and the list with it. Who has gone elsewhere meanwhile stays there.
      if (removedAt.current === null || document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[data-place-body]')?.focus();
    },
    [],
  );
  return (at: number, isGone: Promise<boolean>) => {
    removedAt.current = at;
    void isGone.then((isRemoved) => {
      if (!isRemoved && removedAt.current === at) removedAt.current = null;
    });
  };
}

/** The last “Show more” goes with its click: the first of the rows it brought takes the focus. */
function useFocusAfterGrowth(list: RefObject<HTMLElement | null>, shown: number): void {
  const before = useRef(shown);
  useEffect(() => {
    const firstNew = list.current?.children[before.current];
    const hasGrown = before.current !== shown;
    before.current = shown;
    if (!hasGrown || document.activeElement !== document.body) return;
    (firstNew?.querySelector<HTMLElement>('button') ?? list.current)?.focus();
  }, [list, shown]);
}
