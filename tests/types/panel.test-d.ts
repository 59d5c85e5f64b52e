import { describe, expectTypeOf, test } from 'vitest';
import type zhCn from '../../locales/zh-CN.json';
import { i18n } from '../../components/i18n/i18n.ts';
import { usePanelStore, type Notice, type Place } from '../../components/state/panel-store.ts';
import type { RecordsState } from '../../components/state/records.ts';
import type { InsertionRefusal } from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase, StorageFailure } from '../../knowledge/knowledge-base.ts';

describe('notices', () => {
  test('are these kinds: a new one needs its words in NoticeLine', () => {
    expectTypeOf<Notice['kind']>().toEqualTypeOf<
      | 'inserted'
      | 'inserted-joined'
      | 'held-back'
      | 'copied'
      | 'copy-refused'
      | 'file-unreadable'
      | 'saved'
      | 'removed'
      | 'alias-added'
      | 'alias-refused'
      | 'synonyms-added'
      | 'said'
      | 'script-broken'
      | 'slots-open'
      | 'just-changed'
      | 'look-first'
      | 'no-such-card'
      | 'refused'
      | 'not-stored'
    >();
  });

  test('of a refusal say why, with every reason there is', () => {
    expectTypeOf<Extract<Notice, { kind: 'refused' }>['reason']>().toEqualTypeOf<
      InsertionRefusal | 'console-gone'
    >();
  });

  test('need what belongs to their kind', () => {
    const { notify } = usePanelStore.getState();
    notify({ kind: 'slots-open', slots: ['订单号'] });
    // @ts-expect-error -- which slots?
    notify({ kind: 'slots-open' });
    // @ts-expect-error -- why?
    notify({ kind: 'refused' });
    // @ts-expect-error -- no such kind
    notify({ kind: 'sent' });
  });
});

describe('texts', () => {
  test('exist for every way an insertion can be refused', () => {
    expectTypeOf<keyof typeof zhCn.refusal>().toEqualTypeOf<InsertionRefusal | 'console-gone'>();
  });

  test('exist for every way storage can fail', () => {
    expectTypeOf<keyof typeof zhCn.storage>().toEqualTypeOf<StorageFailure>();
  });

  test('are asked for by keys that exist', () => {
    i18n.t('nav.assist');
    // @ts-expect-error -- no such text
    i18n.t('nav.nowhere');
  });
});

describe('the panel', () => {
  test('has these places', () => {
    expectTypeOf<Place>().toEqualTypeOf<
      'assist' | 'wrap-up' | 'mine' | 'promises' | 'settings' | 'knowledge' | 'teach'
    >();
  });

  test('has records only once they are open, and a reason only when they are not', () => {
    expectTypeOf<Extract<RecordsState, { state: 'open' }>>().toEqualTypeOf<{
      state: 'open';
      records: KnowledgeBase;
    }>();
    expectTypeOf<Extract<RecordsState, { records: unknown }>['state']>().toEqualTypeOf<'open'>();
    expectTypeOf<Extract<RecordsState, { reason: unknown }>>().toEqualTypeOf<{
      state: 'failed';
      reason: StorageFailure;
    }>();
  });
});
