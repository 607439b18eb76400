/** Writes the pages without script; every word of a person is escaped text. */
import { escapeHtml } from '#main/adapters/export/html-escape.ts'
import { PLAIN_STYLE } from './plain-style.ts'

/**
 * Controls and the marks that turn the direction of writing become visible, so that a name cannot
 * rearrange the line it stands in.
 */
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu

export const safeText = (words: string): string => escapeHtml(words.replace(HIDDEN, '\u{fffd}'))

/** A whole page. `body` is HTML, with every word of a person through {@link safeText}. */
export const page = (title: string, lang: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${safeText(title)}</title><link rel="stylesheet" href="${PLAIN_STYLE}"></head><body>${body}</body></html>`
