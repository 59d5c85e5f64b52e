import type { ConsoleReading, Message } from './conversation.ts';

export interface HealthReportOptions {
  /** Only the host of it is written down. */
  origin: string;
  /** What the browser calls itself. */
  browser: string;
  extensionVersion: string;
}

/** For whoever mends the adapter. Holds no word, no name and no id of a conversation. */
export function formatHealthReport(reading: ConsoleReading, options: HealthReportOptions): string {
  const { health, conversation } = reading;
  const lines = [
    ['deskmate', options.extensionVersion],
    ['browser', options.browser],
    ['host', URL.canParse(options.origin) ? new URL(options.origin).host : ''],
    ['adapter', nameAdapter(reading)],
    ['health', health.state],
    ['problems', health.problems.join(', ')],
    ['fallbacks', health.fallbacks?.join(', ')],
    ['messages', countByRole(conversation?.messages ?? [])],
  ];
  return lines.map(([name, value]) => `${name}: ${value || '-'}`).join('\n');
}

function nameAdapter({ consoleId, readBy }: ConsoleReading): string {
  return consoleId && readBy ? `${consoleId} v${readBy.version} (${readBy.trust})` : '';
}

function countByRole(messages: readonly Message[]): string {
  const counts = new Map<string, number>();
  for (const { role } of messages) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => `${role} ${count}`).join(', ');
}
