/** The views of a draft, and what is done with it seldom. */
export const TABS = ['write', 'dry', 'diff', 'record'] as const
export type Tab = (typeof TABS)[number]
export type Act = 'export' | 'import' | 'copy' | 'make' | 'english' | 'discard' | 'abolish'
