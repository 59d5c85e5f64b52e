export {
  isBankCardNumber,
  isResidentIdentityNumber,
  maskPii,
  removeMasks,
  type PiiKind,
} from './mask-pii.ts';
