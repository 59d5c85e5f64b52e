/** What a row is by the console's own words in it. */
import { describe, expect, it } from 'vitest';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, readConversation, showPlainPage } from '../../support/fake-console-page.ts';

describe('labels of the console', () => {
  const label = {
    of: [{ selector: '.label', pattern: ' - ([^-]{1,40})$' }],
    is: ['Note added', '添加了 备注'],
  };
  const roles: ConsoleAdapter['messages']['roles'] = [
    { role: 'internal-note', label },
    { role: 'customer', row: ['.theirs'] },
  ];
  const row = (shown: string, text = 'Hi') =>
    `<div class="row theirs" data-id="${shown}"><i class="label">${shown}</i><p class="text">${text}</p></div>`;
  const readRole = (html: string) => {
    showPlainPage({ rows: html });
    const messages = { ...PLAIN_ADAPTER.messages, roles };
    return readConversation({ ...PLAIN_ADAPTER, messages }).messages[0]?.role;
  };

  it('say what a row is, in every language that is named', () => {
    expect(readRole(row('Alice - Note added'))).toBe('internal-note');
    expect(readRole(row('Alice -  添加了\n备注'))).toBe('internal-note');
    expect(readRole(row('Alice - Reply sent'))).toBe('customer');
  });

  it('count as a whole and at their place, whatever customers call themselves', () => {
    expect(readRole(row('Bob - Note added - Reply sent'))).toBe('customer');
    expect(readRole(row('Alice - Note added later'))).toBe('customer');
  });

  it('leave a row without one unknown, also if its message has one', () => {
    expect(readRole(plainRow('1', '<i class="label">Bob - Note added</i>'))).toBe('unknown');
  });
});
