export { startTcpServer, type TcpServer } from './start-tcp-server.ts';
export {
  embeddedTestDatabase,
  externalTestDatabase,
  type TestDatabaseOptions,
  type TestTemplate,
} from './test-database.ts';
export { temporaryFolder } from './temporary-folder.ts';
