export {
  closePromise,
  confirmPromise,
  isSamePromise,
  LONGEST_LEAD,
  movePromise,
  reopenPromise,
  type PromiseFault,
} from './ledger.ts';
export {
  BUNDLED_WORDING,
  PROMISE_ACTIONS,
  type ChineseWording,
  type EnglishWording,
} from './promise-wording.ts';
export { readPromises, type PromiseRead } from './read-promises.ts';
export {
  countPromises,
  findTellAt,
  markTold,
  planReminders,
  readUrgency,
  sortPromises,
  type Reminder,
  type ReminderPlan,
} from './reminders.ts';
export { type ServicePromise } from './service-promise.ts';
