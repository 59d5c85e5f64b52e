import type { TFunction } from 'i18next';

/** Families of our own packs have a name; a team's own is called as they call it. */
export function nameFamily(family: string | null, t: TFunction): string {
  if (family === null) return '';
  return t(`family.${family}`, { defaultValue: family });
}
