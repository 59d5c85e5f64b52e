/** Brought into a page that no adapter fits, when a person clicks into a field there: what does it look like? */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guessConsole } from './guess-console.ts';

// What `main` returns is what `executeScript` answers.
export default defineUnlistedScript(() => guessConsole());
