/** Match patterns as browsers write them: `https://*.example.com/chat/*`, `*://localhost:8092/*`. */

/** Scheme, host, path. The port is part of the host. */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(:\d{1,5})?(\/\S*)$/;

export function isMatchPattern(pattern: string): boolean {
  return PATTERN.test(pattern);
}

/** Whether the page is on a host of the pattern: which page it is may change without loading. */
export function matchesHost(pattern: string, url: string): boolean {
  const [, scheme, host = '', port] = PATTERN.exec(pattern) ?? [];
  if (!scheme || !URL.canParse(url)) return false;
  const page = new URL(url);
  const isScheme = scheme === '*' ? /^https?:$/.test(page.protocol) : page.protocol === `${scheme}:`;
  const isPort = port === undefined || port === `:${page.port}`;
  return isScheme && isPort && isHost(host, page.hostname);
}

/** Whether the page is one of the pattern. The part after `#` counts too: many consoles keep their place there. */
export function matchesUrl(pattern: string, url: string): boolean {
  if (!matchesHost(pattern, url)) return false;
  const { pathname, search, hash } = new URL(url);
  return matchesGlob(pattern.replace(/^[^/]+\/\/[^/]+/, ''), pathname + search + hash);
}

function isHost(host: string, hostname: string): boolean {
  if (host === '*') return true;
  if (!host.startsWith('*.')) return host === hostname;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

/** Each part between stars is looked for once, from left to right: no pattern takes long. */
function matchesGlob(glob: string, text: string): boolean {
  const [head = '', ...rest] = glob.split('*');
  const tail = rest.pop();
  if (tail === undefined) return head === text;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}
