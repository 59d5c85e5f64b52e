import { agentName, insertionKeys, isWelcomed, replyTone, teamName } from '../../utils/settings/settings.ts';
import { useSetting } from '../state/use-setting.ts';

export interface PanelSettings {
  tone: 'formal' | 'warm';
  agentName: string;
  teamName: string;
  insertionKeys: readonly string[];
  isWelcomed: boolean;
  finishWelcome: () => void;
}

/** Null until all are read, so that the panel is drawn once. */
export function usePanelSettings(): PanelSettings | null {
  const [tone] = useSetting(replyTone);
  const [name] = useSetting(agentName);
  const [team] = useSetting(teamName);
  const [keys] = useSetting(insertionKeys);
  const [welcomed, setWelcomed] = useSetting(isWelcomed);
  if (tone === null || name === null || team === null || keys === null || welcomed === null) return null;
  return {
    tone,
    agentName: name,
    teamName: team,
    insertionKeys: keys,
    isWelcomed: welcomed,
    finishWelcome: () => setWelcomed(true),
  };
}
