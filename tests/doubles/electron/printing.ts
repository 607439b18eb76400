/** The machine's printer: whether it takes pages, and how many it got. */
export const printing = { takes: true, pages: 0 }
