import 'trix';
import { expose, host } from './expose.mjs';

const composer = document.createElement('trix-editor');
host.append(composer);
await new Promise((ready) => {
  composer.addEventListener('trix-initialize', ready, { once: true });
});
// Its document always ends with a line break of its own.
expose({ composer, read: () => composer.editor.getDocument().toString().replace(/\n$/, '') });
