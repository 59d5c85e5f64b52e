/** Where the hand is after going from place to place: never nowhere. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { PlaceBody } from '../../components/shell/PlaceBody.tsx';
import { SearchProvider } from '../../components/state/search-client.ts';
import { usePanelStore, type Place } from '../../components/state/panel-store.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeFakeSearch } from '../support/fake-search.ts';
import { makeAssist } from '../support/make-assist.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const SETTINGS = {
  tone: 'warm',
  agentName: '',
  teamName: '',
  insertionKeys: [],
  isWelcomed: true,
  finishWelcome: () => {},
} as const;

let records: KnowledgeBase;

beforeEach(async () => {
  ({ records } = await openFakeRecords());
});

const renderPlaces = (place: Place) =>
  renderInApp(
    <SearchProvider value={makeFakeSearch().search}>
      <button type="button">elsewhere</button>
      <PlaceBody
        pending={[]}
        assist={makeAssist()}
        activeConsole={{ reading: null, tab: null, hasAccess: undefined }}
        settings={SETTINGS}
        onPractice={() => {}}
      />
    </SearchProvider>,
    { records, panel: { place } },
  );

const openKnowledge = () => screen.findByRole('button', { name: 'Knowledge: learned, gaps, synonyms' });

describe('the focus', () => {
  it('is on the name of the knowledge place, and back where it was on the way out', async () => {
    const { user } = await renderPlaces('mine');
    await user.click(await openKnowledge());
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Knowledge' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Back' }));
    const button = await openKnowledge();
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('is on the assist place, when the button that led there is gone', async () => {
    const { user } = await renderPlaces('knowledge');
    await user.click(await screen.findByRole('button', { name: 'Back to Assist' }));
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it('stays on what has it', async () => {
    await renderPlaces('mine');
    await openKnowledge();
    const elsewhere = screen.getByRole('button', { name: 'elsewhere' });
    elsewhere.focus();
    act(() => usePanelStore.getState().go('knowledge'));
    await screen.findByRole('heading', { name: 'Knowledge' });
    expect(elsewhere).toHaveFocus();
  });
});
