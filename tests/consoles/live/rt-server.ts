/** Request Tracker's own part: its settings, its database and its web server. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram, runProgram } from './binaries.ts';
import type { ConsoleRun } from './console-run.ts';
import { accepts, freePorts } from './ports.ts';
import { asUser, giveTo } from './server-user.ts';

const START_MS = 60_000;
/** Debian's user for web servers. */
const SERVER_USER = 'www-data';
const HOME = '/usr/share/request-tracker5';

/** The web server's program. */
export const RT_PROGRAM = `${HOME}/libexec/rt-server`;
/** The database that Debian's package makes; each run works on a copy. */
export const RT_DATABASE = '/var/lib/dbconfig-common/sqlite3/request-tracker5/rtdb';

/** What Request Tracker needs to know. */
export interface RtSettings {
  /** The address customers write to. */
  address: string;
  /** Where mails to customers go. */
  postBox: string;
  agent: { name: string; password: string };
}

/** Starts Request Tracker; resolves with its URL. */
export async function startRtServer(run: ConsoleRun, settings: RtSettings): Promise<string> {
  const perl = await requireProgram('perl');
  const [port = 0] = await freePorts(1);
  const path = (name: string): string => join(run.dir, name);
  for (const folder of ['mason', 'sessions', 'database', 'more-settings']) {
    await mkdir(path(folder));
  }
  await copyFile(RT_DATABASE, path('database/rt.db'));
  await writeFile(path('settings.pm'), configFile(run.dir, port, settings));
  await writeFile(path('setup.pl'), setupFile(settings));
  await giveTo(SERVER_USER, path('mason'), path('sessions'), path('database'), settings.postBox);
  // Settings of this machine's own Request Tracker must not get in.
  const env = { RT_SITE_CONFIG: path('settings.pm'), RT_SITE_CONFIG_DIR: path('more-settings') };
  const [program = '', ...args] = asUser(SERVER_USER, [perl, '-X', path('setup.pl')]);
  await runProgram(program, args, { env: { ...process.env, ...env }, timeout: START_MS });
  const server = ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), '--max-workers', '3'];
  run.startServer('rt', asUser(SERVER_USER, [perl, '-X', RT_PROGRAM, ...server]), env);
  await run.waitUntil('Request Tracker', () => accepts(port), START_MS);
  return `http://127.0.0.1:${port}/`;
}

/** Mails leave by a function of ours; all else is as Debian's package has it. */
function configFile(dir: string, port: number, { address, postBox }: RtSettings): string {
  return `
use feature 'state';
use Time::HiRes ();
Set($rtname, 'deskmate');
Set($Organization, 'example.com');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($CorrespondAddress, '${address}');
Set($CommentAddress, 'comment-${address}');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${dir}/database/rt.db');
Set($DatabaseHost, '');
Set($DatabaseUser, '');
Set($DatabasePassword, '');
Set($MasonDataDir, '${dir}/mason');
Set($MasonSessionDir, '${dir}/sessions');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($Timezone, 'UTC');
Set($MailCommand, sub {
  my $mail = shift;
  my $to = join ', ', map { s/\\s+/ /gr } grep { defined } map { $mail->head->get($_) } qw(To Cc Bcc);
  state $count = 0;
  my $name = sprintf '%s/%.6f-%05d-%04d', '${postBox}', Time::HiRes::time(), $$, ++$count;
  open my $file, '>:raw', "$name.part" or return 0;
  print $file "Delivered-To: $to\\n", $mail->as_string;
  close $file and rename "$name.part", "$name.eml";
});
1;
`;
}

/** Gives the agent a password and a name, and lets everybody open tickets and answer in them. */
function setupFile({ agent }: RtSettings): string {
  return `
use lib '${HOME}/lib';
use RT;
RT->LoadConfig;
RT->Init;
my $agent = RT::User->new(RT->SystemUser);
$agent->Load('root');
$agent->SetPassword('${agent.password}');
$agent->SetRealName('${agent.name}');
my $everybody = RT::Group->new(RT->SystemUser);
$everybody->LoadSystemInternalGroup('Everyone');
for my $right (qw(SeeQueue CreateTicket ReplyToTicket)) {
  my ($ok, $why) = $everybody->PrincipalObj->GrantRight(Right => $right, Object => RT->System);
  die "$right: $why" unless $ok;
}
`;
}
