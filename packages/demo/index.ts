export { type DemoOptions, startDemo } from './start-demo.ts';
