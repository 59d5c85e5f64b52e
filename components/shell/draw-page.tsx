import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  agentName,
  colourScheme,
  insertionKeys,
  isWelcomed,
  language,
  replyTone,
  teamName,
} from '../../utils/settings/settings.ts';
import { addPlaceTexts, pickLocale, showLocale } from '../i18n/i18n.ts';
import { preloadSettings } from '../state/use-setting.ts';
import { AppProviders } from './AppProviders.tsx';

/** Draws one of our pages with all texts: what is not the panel is nothing but a place. */
export async function drawPlace(page: ReactNode): Promise<void> {
  await drawPage(page, addPlaceTexts);
}

/**
 * Draws one of our pages once, right: settings and texts are read first, all at the same time.
 *
 * @param prepare what else must be there, once the language is known
 */
export async function drawPage(page: ReactNode, prepare?: () => Promise<void>): Promise<void> {
  await Promise.all([
    preloadSettings([agentName, colourScheme, insertionKeys, isWelcomed, language, replyTone, teamName]),
    language.getValue().then((choice) => showLocale(pickLocale(choice, navigator.languages))),
  ]);
  await prepare?.();
  const root = document.querySelector('#root');
  if (root) createRoot(root).render(<AppProviders>{page}</AppProviders>);
}
