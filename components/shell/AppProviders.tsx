import '@mantine/core/styles.css';
import './panel.css';
import { MantineProvider } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { colourScheme, language } from '../../utils/settings/settings.ts';
import { i18n, pickLocale } from '../i18n/i18n.ts';
import { useSetting } from '../state/use-setting.ts';
import { theme } from './theme.ts';

/** Theme and language for a page of ours. Renders nothing until both are known, so that nothing flashes. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [scheme] = useSetting(colourScheme);
  const [chosen] = useSetting(language);
  const locale = chosen && pickLocale(chosen, navigator.languages);

  useEffect(() => {
    if (!locale) return;
    document.documentElement.lang = locale;
    void i18n.changeLanguage(locale);
  }, [locale]);

  if (!scheme || !locale) return null;
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
      >
        {children}
      </MantineProvider>
    </I18nextProvider>
  );
}
