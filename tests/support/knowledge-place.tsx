import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { KnowledgeView, type KnowledgeViewProps } from '../../components/knowledge/KnowledgeView.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { SearchProvider } from '../../components/state/search-client.ts';
import { makeFakeSearch } from './fake-search.ts';

/** The knowledge place with what the panel has around it. */
export function KnowledgePlace(props: KnowledgeViewProps) {
  return (
    <SearchProvider value={makeFakeSearch().search}>
      <KnowledgeView {...props} />
      <NoticeLine />
    </SearchProvider>
  );
}

export const goToSection = (user: UserEvent, section: string): Promise<void> =>
  user.click(screen.getByRole('radio', { name: section }));

export const findList = (name: string): Promise<HTMLElement> => screen.findByRole('list', { name });

export const findRows = async (name: string): Promise<HTMLElement[]> =>
  within(await findList(name)).getAllByRole('listitem');
