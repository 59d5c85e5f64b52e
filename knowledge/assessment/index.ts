export * from './rubric.ts';
export * from './assessment.ts';
export { GENERAL_SERVICE_RUBRIC } from './general-service-rubric.ts';
