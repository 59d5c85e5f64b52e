/** Keeping Debian from starting the servers it installs. */
import { access, rm, writeFile } from 'node:fs/promises';

/** Debian's maintainer scripts ask this program before they start a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Runs `work` while newly installed services are not started: the consoles bring their own server
 * processes, and none shall listen on a public port because of a test.
 */
export async function withoutServiceStart(work: () => Promise<void>): Promise<void> {
  const hasPolicy = await access(POLICY).then(
    () => true,
    () => false,
  );
  if (hasPolicy) {
    await work();
    return;
  }
  await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    await rm(POLICY, { force: true });
  }
}
