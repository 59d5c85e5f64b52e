import { expose, host } from './expose.mjs';
import { readPlain } from './read-plain.mjs';

const composer = document.createElement('div');
composer.id = 'composer';
composer.contentEditable = 'true';
composer.style.whiteSpace = 'pre-wrap';
host.append(composer);
expose({ composer, read: () => readPlain(composer) });
