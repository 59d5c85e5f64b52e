import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { BoundSlot } from '../../knowledge/articles/index.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { SlotControl } from './SlotControl.tsx';

export interface SlotEditorProps {
  slot: BoundSlot;
  /** What stands there now. */
  value: string;
  onChange: (value: string) => void;
  onClose: () => void;
}

/** One value of a script, changed where it stands. Enter and leaving it keep what was typed, Escape does not. */
export function SlotEditor({ slot, value, onChange, onClose }: SlotEditorProps) {
  const [draft, setDraft] = useState(value);
  const isDropped = useRef(false);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return;
    if (!isDropped.current && draft !== value) onChange(draft);
    onClose();
  };
  const handleKey = (event: KeyboardEvent) => {
    // The card around us has keys of its own.
    event.stopPropagation();
    if (isComposing(event.nativeEvent) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    isDropped.current = event.key === 'Escape';
    // Leaving does the rest.
    event.currentTarget.closest<HTMLElement>('.card')?.focus();
  };
  return (
    <span className="slot-editor" onBlur={leave}>
      <SlotControl
        slot={slot}
        value={draft}
        onChange={setDraft}
        onKeyDown={handleKey}
        isFirst
        isUnfit={false}
      />
    </span>
  );
}
