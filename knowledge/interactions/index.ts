export * from './contact.ts';
export * from './record-conversation.ts';
export * from './suggestion-record.ts';
