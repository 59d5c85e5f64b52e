export {
  ANY_MASK,
  foldFullWidth,
  isBankCardNumber,
  isResidentIdentityNumber,
  maskPii,
  removeMasks,
} from './mask-pii.ts';
export { asksSomething } from './asks-something.ts';
