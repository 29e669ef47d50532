export { processEnvironment } from './process-environment.ts';
export { startRapport } from './start-http-process.ts';
export { startTcpServer, type TcpServer } from './start-tcp-server.ts';
export {
  embeddedTestDatabase,
  externalTestDatabase,
  type TestDatabaseOptions,
  type TestTemplate,
} from './test-database.ts';
export { temporaryFolder } from './temporary-folder.ts';
