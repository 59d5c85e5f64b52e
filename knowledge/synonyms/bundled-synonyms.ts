/**
 * The synonyms that come with the extension: general language of customers and support teams, kept as data
 * in `bundled/*.json` (a group's slug, then its words), so that anyone can mend a word without code.
 */
import banking from './bundled/banking.json' with { type: 'json' };
import devices from './bundled/devices.json' with { type: 'json' };
import ecommerce from './bundled/ecommerce.json' with { type: 'json' };
import english from './bundled/english.json' with { type: 'json' };
import publicService from './bundled/public-service.json' with { type: 'json' };
import service from './bundled/service.json' with { type: 'json' };
import taiwan from './bundled/taiwan.json' with { type: 'json' };
import telecom from './bundled/telecom.json' with { type: 'json' };
import type { SynonymGroup } from './synonym-group.ts';

const FILES: Record<string, Record<string, string[]>> = {
  service,
  taiwan,
  telecom,
  ecommerce,
  banking,
  devices,
  'public-service': publicService,
  english,
};

export const BUNDLED_SYNONYMS: readonly SynonymGroup[] = Object.entries(FILES).flatMap(([file, groups]) =>
  Object.entries(groups).map(([slug, terms]) => ({ id: `${file}.${slug}`, terms })),
);
