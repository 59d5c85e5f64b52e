import 'i18next';
import type zhCn from '../../locales/zh-CN.json';
import type zhCnPlaces from '../../locales/zh-CN.places.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCn & typeof zhCnPlaces };
  }
}
