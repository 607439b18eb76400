/**
 * Limits how many rows go in one request: more would not fit into 64 KiB, and the record would be
 * busy with them for too long.
 */
export const IMPORT_ROWS = 25
/** How many may be asked for in one. */
export const KNOWN_ROWS = 200
