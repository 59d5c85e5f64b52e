import { waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { usePanelStore } from '../../components/state/panel-store.ts';
import { useRecordingTrouble } from '../../components/state/use-recording-trouble.ts';
import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const troubles = defineSessionItem<string>(SESSION_ITEMS.recordingTrouble);

function Tab({ id }: { id: number }) {
  useRecordingTrouble(id);
  return null;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('trouble with recording a tab', () => {
  it('is told, when there is some already and when it comes', async () => {
    await troubles.write(7, 'full');
    await renderInApp(<Tab id={7} />);
    await waitFor(() => expect(usePanelStore.getState().notice).toMatchObject({ reason: 'full' }));
    await troubles.write(7, 'blocked');
    await waitFor(() => expect(usePanelStore.getState().notice).toMatchObject({ reason: 'unavailable' }));
  });

  it('is not told of a tab that was left before the answer came', async () => {
    await troubles.write(7, 'full');
    const app = await renderInApp(<Tab id={7} />);
    app.rerender(<Tab id={8} />);
    await settle();
    expect(usePanelStore.getState().notice).toBeNull();
  });

  it('that cannot be read is reported, and nothing breaks', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValueOnce(new Error('gone'));
    await renderInApp(<Tab id={7} />);
    await waitFor(() => expect(log).toHaveBeenCalled());
    expect(usePanelStore.getState().notice).toBeNull();
    vi.restoreAllMocks();
  });
});
