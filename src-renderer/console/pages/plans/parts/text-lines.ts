/** Defines the lines that the small parts of a page are given: a line of its contents, a figure. */

/** `under`: it belongs to the line above it. */
export type NavLine = { id: string; name: string; href: string; count?: number; under?: boolean }
/** `of`: words beside the figure; `href`: what the figure counts, to be opened. */
export type Figure = { name: string; count: number; of?: string; href?: string }
