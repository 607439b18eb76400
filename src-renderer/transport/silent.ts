/** Since when a line counts as dead. */

/** The station beats once a second; a line this silent is dead though nobody closed it (ms). */
export const SILENT_TOO_LONG = 15_000
