/** What a visitor says, at most: as the protocol has it, whose schemas no visitor need load. */
export const VISITOR_TEXT_MAX = 4_000;
