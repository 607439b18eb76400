/** The kinds of file that a document can be written as. */
export const FORMATS = ['xlsx', 'csv', 'html', 'pdf'] as const
export type Format = (typeof FORMATS)[number]
