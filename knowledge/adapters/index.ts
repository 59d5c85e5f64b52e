export * from './console-adapter.ts';
export { BUNDLED_ADAPTERS } from './bundled-adapters.ts';
export { chooseAdapters, formatAdapter, listHosts } from './choose-adapters.ts';
export { swapRoles } from './swap-roles.ts';
