import './mantine.css';
import './panel.css';
import { MantineProvider } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { colourScheme, language } from '../../utils/settings/settings.ts';
import { i18n, pickLocale, showLocale } from '../i18n/i18n.ts';
import { useSetting } from '../state/use-setting.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { theme } from './theme.ts';

/** Theme and language for a page of ours. Renders nothing until both are known, so that nothing flashes. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [scheme] = useSetting(colourScheme);
  const isLocaleShown = useChosenLocale();
  if (!scheme || !isLocaleShown) return null;
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
      >
        <ErrorBoundary>{children}</ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** @returns whether there are texts to show; true from the first language on, also while switching */
function useChosenLocale(): boolean {
  const [chosen] = useSetting(language);
  // i18next says the language before us when `drawPage` loaded it ahead of the first drawing.
  const [shown, setShown] = useState<string | null>(() => i18n.language || null);
  const locale = chosen && pickLocale(chosen, navigator.languages);
  useEffect(() => {
    if (!locale) return;
    void showLocale(locale).then(() => {
      document.documentElement.lang = locale;
      setShown(locale);
    });
  }, [locale]);
  return shown !== null;
}
