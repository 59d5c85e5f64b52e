/** Into a text field: the browser's own command, then the setter. */
import type { Reply } from '../../../utils/text/format-reply.ts';
import { readBack, type Outcome } from './read-back.ts';
import { predictFieldValue, setFieldValue, typeIntoField, type TextField } from './text-field.ts';

export async function insertIntoField(field: TextField, { text }: Reply): Promise<Outcome> {
  const expectation = {
    read: () => field.value,
    before: field.value,
    expected: predictFieldValue(field, text),
  };
  typeIntoField(field, text);
  const typed = await readBack(expectation);
  if (typed !== 'not-inserted') return typed;
  setFieldValue(field, text);
  return readBack(expectation);
}
