import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  agentName,
  colourScheme,
  insertionKeys,
  isWelcomed,
  language,
  replyTone,
} from '../../utils/settings/settings.ts';
import { pickLocale, showLocale } from '../i18n/i18n.ts';
import { preloadSettings } from '../state/use-setting.ts';
import { AppProviders } from './AppProviders.tsx';

/** Draws one of our pages once, right: settings and texts are read first, all at the same time. */
export async function drawPage(page: ReactNode): Promise<void> {
  await Promise.all([
    preloadSettings([agentName, colourScheme, insertionKeys, isWelcomed, language, replyTone]),
    language.getValue().then((choice) => showLocale(pickLocale(choice, navigator.languages))),
  ]);
  const root = document.querySelector('#root');
  if (root) createRoot(root).render(<AppProviders>{page}</AppProviders>);
}
