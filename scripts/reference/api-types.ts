import openapiTypes, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../../packages/protocol/http/open-api.ts';

/** The types of the API as TypeScript, made from its description: what the typed client stands on. */
export async function apiTypes(): Promise<string> {
  const description = JSON.stringify(openApiDocument(''));
  const types = await openapiTypes(description);
  return `// Made by \`npm run docs\` from the routes in packages/protocol/http.\n\n${astToString(types)}`;
}
