export { isBankCardNumber, isResidentIdentityNumber, maskPii, removeMasks } from './mask-pii.ts';
