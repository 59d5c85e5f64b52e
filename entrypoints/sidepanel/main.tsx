import { createRoot } from 'react-dom/client';
import { AppProviders } from '../../components/shell/AppProviders.tsx';
import { Panel } from '../../components/shell/Panel.tsx';

createRoot(document.querySelector('#root') as HTMLElement).render(
  <AppProviders>
    <Panel />
  </AppProviders>,
);
