import { expose, host } from './expose.mjs';

const composer = document.createElement('textarea');
composer.id = 'composer';
host.append(composer);
expose({ composer, read: () => composer.value });
