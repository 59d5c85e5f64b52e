import { ActionIcon, Button, Group, Paper, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

const STEP = 100;

export interface RecordListProps<TRow> {
  label: string;
  rows: readonly TRow[];
  /** Says which row this is; stays the same while the row lives. */
  identify: (row: TRow) => string;
  /** @param leave says that what is done next takes the row away, so that the focus is not lost with it */
  renderRow: (row: TRow, leave: () => void) => ReactNode;
  /** Absent where rows cannot be taken away. */
  onRemove?: (row: TRow) => void;
}

/** Rows with a way to take each away. Arrows go from row to row; long lists are shown a hundred at a time. */
export function RecordList<TRow>({ label, rows, identify, renderRow, onRemove }: RecordListProps<TRow>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const noteRemoval = useFocusAfterRemoval(list, rows);
  return (
    <Stack gap={6} onKeyDown={(event: KeyboardEvent) => moveInList(event, list.current)}>
      <ul ref={list} className="record-list" aria-label={label}>
        {rows.slice(0, shown).map((row, at) => (
          <Paper key={identify(row)} withBorder p={8} component="li">
            <Group gap={6} wrap="nowrap" align="flex-start" justify="space-between">
              <div style={{ minWidth: 0 }}>{renderRow(row, () => noteRemoval(at))}</div>
              {onRemove && (
                <RemoveButton
                  onClick={() => {
                    noteRemoval(at);
                    onRemove(row);
                  }}
                />
              )}
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
      if (removedAt.current !== null) document.querySelector<HTMLElement>('[data-place-body]')?.focus();
    },
    [],
  );
  return (at: number) => {
    removedAt.current = at;
  };
}
