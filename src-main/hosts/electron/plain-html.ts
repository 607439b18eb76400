/** Makes HTML from words of people: whatever is put in is text. No script is ever written here. */
import { PLAIN_STYLE } from './plain-style.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Controls and the marks that turn the direction of writing become visible, so that a name cannot
 * rearrange the line it stands in.
 */
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu

export const escapeHtml = (words: string): string =>
  words.replace(HIDDEN, '\u{fffd}').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/**
 * A whole page. `body` is HTML already: everything of people in it has gone through {@link
 * escaped}.
 */
export const page = (title: string, lang: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="${PLAIN_STYLE}"></head><body>${body}</body></html>`
