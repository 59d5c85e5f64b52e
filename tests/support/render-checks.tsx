import axe from 'axe-core';
import en from '../../locales/en.json';
import enPlaces from '../../locales/en.places.json';
import { LOCALES } from '../../components/i18n/i18n.ts';

export { LOCALES };

// i18next shows a missing text as its key: "card.insert".
const LOOKS_LIKE_A_KEY = new RegExp(
  `(?<![\\w.@/])(?:${Object.keys({ ...en, ...enPlaces }).join('|')})\\.[a-zA-Z]`,
);
const SPOKEN_ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];

/** Everything a person can read or hear in there. */
export function listTexts(container: Element): string[] {
  const spoken = [...container.querySelectorAll('*')].flatMap((element) =>
    SPOKEN_ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''),
  );
  const written = [...container.querySelectorAll('*:not(style)')].flatMap((element) =>
    [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')),
  );
  return [...written, ...spoken].map((text) => text.trim()).filter(Boolean);
}

/** Texts that are missing in this language, or that still have a gap in them. */
export function findBrokenTexts(container: Element): string[] {
  return listTexts(container).filter((text) => LOOKS_LIKE_A_KEY.test(text) || text.includes('{{'));
}

/** Every accessibility problem axe can see without a layout. */
export async function findAccessProblems(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}; ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
