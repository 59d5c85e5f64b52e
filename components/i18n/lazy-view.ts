import { lazy, type ComponentType } from 'react';
import { addPlaceTexts } from './i18n.ts';

/** A part of the panel that is loaded when it is opened, with its texts and styles. */
export function lazyView<TProps extends object>(load: () => Promise<ComponentType<TProps>>) {
  return lazy(async () => {
    const [view] = await Promise.all([load(), addPlaceTexts(), import('../shell/mantine-places.css')]);
    return { default: view };
  });
}
