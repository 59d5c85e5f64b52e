import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsView } from '../../components/settings/SettingsView.tsx';
import {
  agentName,
  colourScheme,
  idleMinutes,
  language,
  replyTone,
  teamName,
} from '../../utils/settings/settings.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onBack = vi.fn<() => void>();
let permissions: ReturnType<typeof installFakePermissions>;

beforeEach(() => {
  permissions = installFakePermissions();
  vi.clearAllMocks();
});

async function renderSettings() {
  const { records } = await openFakeRecords();
  const app = await renderInApp(<SettingsView onBack={onBack} />, { records });
  await screen.findByText('Insertion keys');
  return app;
}

describe('settings', () => {
  it('show what is set', async () => {
    await agentName.setValue('小美');
    await replyTone.setValue('formal');
    await idleMinutes.setValue(25);
    await renderSettings();
    await waitFor(() => expect(screen.getByLabelText('Name customers know you by')).toHaveValue('小美'));
    expect(screen.getByRole('radio', { name: 'Formal' })).toBeChecked();
    expect(screen.getByLabelText('End a contact after silence (minutes)')).toHaveValue('25');
  });

  it('store each choice at once', async () => {
    const { user } = await renderSettings();
    await user.click(screen.getByRole('radio', { name: 'Formal' }));
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(async () => expect(await replyTone.getValue()).toBe('formal'));
    expect(await colourScheme.getValue()).toBe('dark');
  });

  it('store the language', async () => {
    const { user } = await renderSettings();
    await user.click(screen.getByRole('combobox', { name: 'Language' }));
    await user.click(await screen.findByRole('option', { name: '繁體中文' }));
    await waitFor(async () => expect(await language.getValue()).toBe('zh-TW'));
  });

  it('keep a name as it is typed', async () => {
    const { user } = await renderSettings();
    await user.type(screen.getByLabelText('Name customers know you by'), 'Mei');
    expect(screen.getByLabelText('Name customers know you by')).toHaveValue('Mei');
    await waitFor(async () => expect(await agentName.getValue()).toBe('Mei'));
    await user.type(screen.getByLabelText('Name customers know your team by'), 'Returns');
    await waitFor(async () => expect(await teamName.getValue()).toBe('Returns'));
  });

  it('never take a silence of no minutes', async () => {
    const { user } = await renderSettings();
    const field = screen.getByLabelText('End a contact after silence (minutes)');
    await waitFor(() => expect(field).toHaveValue('10'));
    await user.clear(field);
    await user.type(field, '0');
    await user.tab();
    expect(await idleMinutes.getValue()).toBeGreaterThanOrEqual(1);
  });

  it('lead back', async () => {
    const { user } = await renderSettings();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onBack).toHaveBeenCalledOnce();
  });
});

describe('sites we may read', () => {
  it('are said to be none, and how to change that', async () => {
    await renderSettings();
    expect(await screen.findByText(/None yet/)).toBeVisible();
  });

  it('are listed, and taken back by a click', async () => {
    permissions = installFakePermissions(['https://chat.example/*', 'https://desk.example/*']);
    const { user } = await renderSettings();
    expect(await screen.findByText('https://chat.example')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: /^Revoke/ })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByText('https://chat.example')).toBeNull());
    expect(permissions.origins()).toEqual(['https://desk.example/*']);
  });
});

describe('what is kept', () => {
  it('is said in one place', async () => {
    await renderSettings();
    expect(screen.getByText('What is kept, and where')).toBeVisible();
    expect(screen.getByText(/All on this computer; no network by default/)).toBeVisible();
  });
});
