/** The calendar date here and now, as YYYY-MM-DD: what a person calls today, wherever Greenwich is. */
export function toLocalDate(now: number): string {
  const date = new Date(now);
  const pad = (part: number, length = 2) => String(part).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
