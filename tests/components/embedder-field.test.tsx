import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { EmbedderField } from '../../components/settings/EmbedderField.tsx';
import { SettingsView } from '../../components/settings/SettingsView.tsx';
import { usePanelStore } from '../../components/state/panel-store.ts';
import type {
  EmbeddingService,
  ModelFailure,
  ModelFiles,
  ModelStatus,
} from '../../knowledge/embeddings/index.ts';
import { hasModel } from '../../utils/settings/settings.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { renderInApp } from '../support/render-in-app.tsx';

let reports: MockInstance<typeof console.error>;
beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  reports.mockRestore();
  vi.unstubAllEnvs();
});

/** A worker that takes models without running them. */
class FakeWorker implements EmbeddingService {
  status: ModelStatus = { state: 'none' };
  failure: ModelFailure | null = null;
  picked: ModelFiles[] = [];
  connections = 0;

  connect = (): Promise<EmbeddingService> => {
    this.connections += 1;
    return Promise.resolve(this);
  };
  readStatus = () => Promise.resolve(this.status);
  useModel = (files: ModelFiles) => {
    this.picked.push(files);
    if (!this.failure) this.status = { state: 'ready', waiting: 0 };
    return Promise.resolve(this.failure);
  };
  removeModel = () => {
    this.status = { state: 'none' };
    return Promise.resolve();
  };
  findSimilar = () => Promise.resolve([]);
}

const makeFolder = (...names: string[]) => names.map((name) => new File(['{}'], name));
const MODEL = makeFolder('model.onnx', 'tokenizer.json');

async function renderField(worker = new FakeWorker()) {
  const app = await renderInApp(<EmbedderField connect={worker.connect} />);
  const input = await screen.findByLabelText('Pick model folder', { selector: 'input' });
  return { ...app, worker, input };
}

const findRemove = () => screen.queryByRole('button', { name: 'Remove' });

describe('the embedder field', () => {
  it('starts no worker as long as nothing was picked', async () => {
    const { worker, input } = await renderField();
    expect(input).toHaveAttribute('webkitdirectory');
    expect(worker.connections).toBe(0);
    expect(findRemove()).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('hands the files of the folder over and says that the model is ready', async () => {
    const { worker, input, user } = await renderField();
    await user.upload(input, MODEL);
    expect(await screen.findByRole('status')).toHaveTextContent('Ready.');
    expect(worker.picked).toMatchObject([{ tokenizer: '{}', pooling: '{}' }]);
    expect(await hasModel.getValue()).toBe(true);
  });

  it('says how many articles are still to be read', async () => {
    await hasModel.setValue(true);
    const worker = new FakeWorker();
    worker.status = { state: 'ready', waiting: 1 };
    await renderField(worker);
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Ready. 1 article still to read'),
    );
    worker.status = { state: 'ready', waiting: 0 };
    await waitFor(() => expect(screen.getByRole('status')).not.toHaveTextContent('still'), {
      timeout: 3_000,
    });
  });

  it('says that it is reading while the worker tries the model', async () => {
    const worker = new FakeWorker();
    const tried = Promise.withResolvers<null>();
    worker.useModel = () => tried.promise;
    const { input, user } = await renderField(worker);
    await user.upload(input, MODEL);
    expect(await screen.findByText('Reading…')).toBeVisible();
    tried.resolve(null);
    await waitFor(async () => expect(await hasModel.getValue()).toBe(true));
  });

  it('names what the folder lacks, without asking the worker, and takes the same folder again', async () => {
    const { worker, input, user } = await renderField();
    await user.upload(input, makeFolder('model.onnx'));
    expect(await screen.findByRole('alert')).toHaveTextContent('tokenizer.json are needed');
    expect(worker.picked).toEqual([]);
    expect(await hasModel.getValue()).toBe(false);
    expect(input).toHaveValue('');
    await user.upload(input, MODEL);
    expect(await screen.findByRole('status')).toHaveTextContent('Ready.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['runtime-missing', 'This version cannot run models.'],
    ['model-broken', 'Wrong files: something is damaged.'],
    ['model-unsupported', 'Wrong files: this kind of model does not work.'],
    ['failed', 'The model did not run'],
    ['not-kept', 'The model could not be kept.'],
  ] as const)('says %s in words', async (failure, text) => {
    const worker = new FakeWorker();
    worker.failure = failure;
    const { input, user } = await renderField(worker);
    await user.upload(input, MODEL);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(await hasModel.getValue()).toBe(false);
  });

  it('says so when the worker that should have the model does not start', async () => {
    await hasModel.setValue(true);
    const worker = new FakeWorker();
    worker.readStatus = () => Promise.reject(new Error('no worker'));
    await renderField(worker);
    expect(await screen.findByRole('alert')).toHaveTextContent('This version cannot run models.');
  });

  it('removes the model by one button', async () => {
    const { worker, input, user } = await renderField();
    await user.upload(input, MODEL);
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await hasModel.getValue()).toBe(false));
    expect(worker.status).toEqual({ state: 'none' });
    expect(findRemove()).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('searches without the model even when removing failed, and says that it did', async () => {
    const { worker, input, user } = await renderField();
    worker.removeModel = () => Promise.reject(new Error('blocked'));
    await user.upload(input, MODEL);
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(reports).toHaveBeenCalled());
    expect(await hasModel.getValue()).toBe(false);
    expect(usePanelStore.getState().notice).toMatchObject({ kind: 'not-stored' });
  });
});

describe('settings', () => {
  it.each([
    ['offer no model', '', 0],
    ['offer a model', '1', 1],
  ])('%s in a build marked “%s”', async (_title, mark, count) => {
    installFakePermissions();
    vi.stubEnv('DESKMATE_EMBEDDINGS', mark);
    await renderInApp(<SettingsView onBack={() => {}} />);
    await screen.findByText('Insertion keys');
    expect(screen.queryAllByText('Search by meaning')).toHaveLength(count);
  });
});
