export { type DemoOptions, type Screens, startDemo } from './start-demo.ts';
