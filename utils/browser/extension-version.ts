import { browser } from 'wxt/browser';

export function readExtensionVersion(): string {
  return browser.runtime.getManifest().version;
}
