import { Text } from '@mantine/core';
import { splitTemplate, type SlotValues } from '../../knowledge/articles/index.ts';

export interface ReplyPreviewProps {
  template: string;
  values: SlotValues;
  isExpanded: boolean;
}

/** A script with its slots as pills: filled ones show what will go in, open ones their name. */
export function ReplyPreview({ template, values, isExpanded }: ReplyPreviewProps) {
  return (
    <Text size="sm" lineClamp={isExpanded ? 0 : 3}>
      {splitTemplate(template, values).map((part, at) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a part of a text is its place
          <span key={at} className="slot" data-open={part.value === null || undefined}>
            {part.value ?? part.slot.name}
          </span>
        ),
      )}
    </Text>
  );
}
