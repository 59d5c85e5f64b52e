import {
  checkAuthority,
  loadComplaintRules,
  readOffer,
  type AuthorityContext,
} from '../../knowledge/complaints/index.ts';
import { readOwnRules } from '../../knowledge/contracts/index.ts';
import { agentRole, ownComplaintRules } from '../../utils/settings/settings.ts';

/** @returns whether a text offers more than the agent's role may, where nothing is known of the customer */
export async function loadLimits(): Promise<(text: string) => boolean> {
  const [bundled, role, own] = await Promise.all([
    loadComplaintRules(),
    agentRole.getValue(),
    ownComplaintRules.getValue(),
  ]);
  const read = own === null ? null : readOwnRules(own, bundled);
  const rules = read?.ok ? read.value.authority : bundled.authority;
  const context: AuthorityContext = { role, rules, history: [], now: 0 };
  return (text) =>
    readOffer(text).some((offer) => offer.amount !== null && !checkAuthority(offer, context).isAllowed);
}
