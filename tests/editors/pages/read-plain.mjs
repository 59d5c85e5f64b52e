/** A console of this kind sends what it finds: text and line breaks; anything else shows up as markup. */
export const readPlain = (composer) =>
  composer.innerHTML
    .replace(/<br>$/, '')
    .replaceAll('<br>', '\n')
    .replace(/<\/?(?:span|b|i)\b[^>]*>/g, '')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
