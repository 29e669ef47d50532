export {
  embeddedTestDatabase,
  externalTestDatabase,
  type TestDatabaseOptions,
  type TestTemplate,
} from './test-database.ts';
export { temporaryFolder } from './temporary-folder.ts';
