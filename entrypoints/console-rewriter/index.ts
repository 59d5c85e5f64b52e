/** Brought into a console's page when words in its composer are to make way for better ones. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { replaceInDraft } from '../console.content/composer/replace-in-draft.ts';
import { HOOK } from '../console.content/composer/rewriter-hook.ts';

export default defineUnlistedScript(() => {
  HOOK.deskmateRewriter = replaceInDraft;
});
