import { describe, expect, test } from 'vitest';
import { suggest, type ContactSituation } from '../../knowledge/suggestions/index.ts';
import {
  makePlainArticle as plain,
  makeSuggestionHit as hit,
  makeSuggestionInputs as inputs,
  readCardIds as idsOf,
} from '../support/make-suggestion-inputs.ts';

const CALM = plain('calm.1', { tags: ['calm'] });

function makeSituation(change: Partial<ContactSituation> = {}): ContactSituation {
  return { families: [], stageTags: ['calm'], stageArticleIds: [], stageScripts: [], ...change };
}

describe('cards in a complaint', () => {
  test('without one stay as they are', () => {
    const all = inputs([hit('a.1'), hit('a.2', { confidence: 0.4 })]);
    expect(suggest({ ...all, situation: null })).toEqual(suggest(all));
  });

  test('the stage’s script leads, brought where it was not found', () => {
    const all = inputs([hit('a.1'), hit('a.2'), hit('a.3')]);
    const situation = makeSituation({ stageScripts: [CALM] });
    expect(idsOf(suggest({ ...all, situation }))).toEqual(['calm.1', 'a.1', 'a.2']);
  });

  test('one that was found leads, and no second is brought', () => {
    const hits = [hit('a.1', { confidence: 0.9 }), hit('found', { confidence: 0.4 })];
    const all = inputs(hits, [plain('found', { tags: ['calm'] })]);
    const situation = makeSituation({ stageScripts: [CALM] });
    expect(idsOf(suggest({ ...all, situation }))).toEqual(['found', 'a.1']);
  });

  test('a script that was said already, or may not be offered, is not brought', () => {
    const archived = plain('calm.2', { tags: ['calm'], confidence: 'archived' });
    const all = inputs([hit('a.1')]);
    const said = CALM.replies.map(({ text }) => text);
    const situation = makeSituation({ stageScripts: [CALM, archived] });
    expect(idsOf(suggest({ ...all, said, situation }))).toEqual(['a.1']);
  });

  test('family and product line decide between answers that are about as likely', () => {
    const hits = [hit('a.1', { confidence: 0.5 }), hit('a.2', { confidence: 0.45 })];
    const all = inputs(hits, [plain('a.2', { complaintFamily: 'billing' })]);
    const situation = makeSituation({ families: ['billing'], stageTags: [] });
    expect(idsOf(suggest({ ...all, situation }))).toEqual(['a.2', 'a.1']);
  });

  test('they do not lift what answers much worse', () => {
    const hits = [hit('a.1', { confidence: 0.9 }), hit('a.2', { confidence: 0.4 })];
    const all = inputs(hits, [plain('a.2', { complaintFamily: 'billing' })]);
    const situation = makeSituation({ families: ['billing'], stageTags: [] });
    expect(idsOf(suggest({ ...all, situation }))).toEqual(['a.1', 'a.2']);
  });
});
