/** A real Firefox with its real sidebar, by WebDriver BiDi: one browser for all of it, which is slow to start. */
import { describeConverse } from './firefox/converse.ts';
import { shareFirefox } from './firefox/fixtures.ts';
import { describeMainJob } from './firefox/main-job.ts';
import { describePicker } from './firefox/picker.ts';
import { describeTeaching } from './firefox/teach.ts';

shareFirefox();

describeMainJob();
describePicker();
describeTeaching();
describeConverse();
