import { useEffect, useState } from 'react';
import { readTeamPolicy, watchTeamPolicy, type TeamPolicy } from '../../utils/settings/team-policy.ts';

/** What the team decided for all its browsers; null until it has been read. */
export function useTeamPolicy(): TeamPolicy | null {
  const [policy, setPolicy] = useState<TeamPolicy | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = () => void readTeamPolicy().then((current) => isCurrent && setPolicy(current));
    const unwatch = watchTeamPolicy(read);
    read();
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, []);
  return policy;
}
