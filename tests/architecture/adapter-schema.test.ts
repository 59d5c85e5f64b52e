/** What we publish for people who write adapters is what we check them against. */
import { expect, test } from 'vitest';
import { describeAdapterSchema } from '../../knowledge/contracts/index.ts';
import { readJson, readText } from './support/repository.ts';

const SCHEMA = 'docs/console-adapter.schema.json';

test('the published schema is the one in use', () => {
  const today = JSON.parse(JSON.stringify(describeAdapterSchema())) as unknown;
  expect(readJson(SCHEMA), `npm run adapters:schema`).toEqual(today);
});

test('every part of an adapter is explained to newcomers', () => {
  const guide = readText('docs/adding-a-console.md');
  const { properties } = readJson(SCHEMA) as { properties: Record<string, object> };
  const unexplained = Object.keys(properties).filter((part) => !guide.includes(`\`${part}\``));
  expect(unexplained, 'say in docs/adding-a-console.md what these are for').toEqual([]);
});
