/** Brought into a console's page when the trigger of the picker was typed there. Leaves nothing behind. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportError } from '../../utils/errors/report-error.ts';
import { openPicker } from './open-picker.ts';

export default defineUnlistedScript(() => {
  openPicker().catch((error: unknown) => reportError('picker/open', error));
});
