// As the protocol has them, whose schemas no visitor need load.

/** What a visitor says, at most. */
export const VISITOR_TEXT_MAX = 4_000;
/** Files that one of his messages brings. */
export const VISITOR_FILES_MAX = 5;
export const FILE_BYTES_MAX = 10_000_000;
