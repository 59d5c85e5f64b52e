/** The rules we bring. */
import chineseComplaint from './bundled/complaint.zh.json' with { type: 'json' };
import chineseFamilies from './bundled/families.zh.json' with { type: 'json' };
import chineseParts from './bundled/parts.zh.json' with { type: 'json' };
import englishParts from './bundled/parts.en.json' with { type: 'json' };
import english from './bundled/rules.en.json' with { type: 'json' };
import chinese from './bundled/rules.zh.json' with { type: 'json' };
import type { RuleFile } from './signal-rule.ts';

/** JSON has no literal types; tests hold each against the schema. */
export const BUNDLED_RULES = [
  {
    ...chinese,
    rules: [...chinese.rules, ...chineseComplaint.rules, ...chineseParts.rules, ...chineseFamilies.rules],
  },
  { ...english, rules: [...english.rules, ...englishParts.rules] },
] as unknown as readonly RuleFile[];
