import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { addPlaceTexts, i18n, showLocale, type Locale } from '../../components/i18n/i18n.ts';
import { theme } from '../../components/shell/theme.ts';
import { usePanelStore } from '../../components/state/panel-store.ts';
import { RecordsProvider } from '../../components/state/records.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';

export interface AppOptions {
  locale?: Locale;
  /** What is stored; components that ask for it fail without. */
  records?: KnowledgeBase;
  /** Where the panel is when the component appears. */
  panel?: Partial<ReturnType<typeof usePanelStore.getState>>;
}

export type AppRender = RenderResult & { user: UserEvent };

/** Renders a component as a page of ours does: texts, theme, a fresh panel; without motion. */
export async function renderInApp(ui: ReactElement, options: AppOptions = {}): Promise<AppRender> {
  const { locale = 'en', records, panel = {} } = options;
  await showLocale(locale);
  await addPlaceTexts();
  usePanelStore.setState({ ...usePanelStore.getInitialState(), ...panel }, true);
  const user = userEvent.setup();
  const wrapper = (props: { children: ReactNode }) => <App records={records} {...props} />;
  return Object.assign(render(ui, { wrapper }), { user });
}

function App({ records, children }: { records: KnowledgeBase | undefined; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test" theme={theme}>
        {records ? <RecordsProvider value={records}>{children}</RecordsProvider> : children}
      </MantineProvider>
    </I18nextProvider>
  );
}
