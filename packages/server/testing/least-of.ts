/** What a JSON schema says of a value, as far as our schemas do. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
}

/** The least that a schema accepts: only what must be there, as small as it may be. */
export function leastOf(schema: Schema): unknown {
  const { enum: [first] = [], minItems = 0, minimum = 1, minLength = 1, items = {} } = schema;
  if (first !== undefined) return first;
  switch (schema.type) {
    case 'object':
      return leastObject(schema);
    case 'array':
      return Array.from({ length: minItems }, () => leastOf(items));
    case 'integer':
    case 'number':
      return minimum;
    case 'boolean':
      return false;
    default:
      return 'x'.repeat(minLength);
  }
}

function leastObject({ properties = {}, required = [] }: Schema): unknown {
  return Object.fromEntries(required.map((name) => [name, leastOf(properties[name] ?? {})]));
}
