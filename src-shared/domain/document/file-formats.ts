/** The kinds of file that a document can be written as. */
export const FORMATS = ['xlsx', 'csv', 'html', 'pdf', 'txt'] as const
export type Format = (typeof FORMATS)[number]
/** What a page offers of a document with tables; plain text is for what is words alone. */
export const USUAL_FORMATS: readonly Format[] = ['xlsx', 'csv', 'html', 'pdf']
