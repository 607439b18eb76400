/** The kinds of file that a document can be written as. */
export const FORMATS = ['xlsx', 'csv', 'html', 'pdf', 'txt', 'json'] as const
/** Beside these: the archive package of an incident. */
export const EXPORT_FORMATS = [...FORMATS, 'zip'] as const
export type Format = (typeof EXPORT_FORMATS)[number]
/** What a page offers of a document with tables; plain text is for what is words alone. */
export const USUAL_FORMATS: readonly Format[] = ['xlsx', 'csv', 'html', 'pdf']
