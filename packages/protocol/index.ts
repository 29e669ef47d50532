export { refusalMessage } from './refusal-messages.ts';
