import type { ConsoleAdapter, RuleRole } from './console-adapter.ts';

/** The other way round: whoever was taken for the customer is the agent. */
export function swapRoles(adapter: ConsoleAdapter): ConsoleAdapter {
  const swap = (role: RuleRole): RuleRole => {
    if (role === 'customer') return 'agent';
    return role === 'agent' ? 'customer' : role;
  };
  const roles = adapter.messages.roles.map((rule) => ({ ...rule, role: swap(rule.role) }));
  return { ...adapter, messages: { ...adapter.messages, roles } };
}
