/** What the crowd is told when it begins. */
export interface CrowdTask {
  readonly address: string;
  readonly speed: number;
  readonly customersKey: string;
  readonly colleagues: readonly { readonly agentId: string; readonly key: string }[];
}

/** What the process of the centre says to the process of the crowd. */
export type CrowdMessage =
  | { readonly kind: 'begin'; readonly task: CrowdTask }
  | { readonly kind: 'signed-in'; readonly agentIds: readonly string[] };
