/**
 * Words the value of a cell for a person: one way for page, print and file. What a spreadsheet
 * keeps as a number is not its concern.
 */
import { clockDuration } from '../wording/duration.ts'
import { instantText } from '../wording/instant.ts'
import type { ColumnKind, Value } from './document.ts'

export type Language = 'zh' | 'en'

const NOTHING = '—'
export const MINUS = '\u2212'

const signed = (value: string, negative: boolean): string => (negative ? `${MINUS}${value}` : value)

function numberText(value: number, kind: ColumnKind, zone: string): string {
  switch (kind) {
    case 'share':
      return signed(`${Math.abs(value * 100).toFixed(1)}%`, value < 0)
    case 'duration':
      return clockDuration(value)
    case 'instant':
      return instantText(value, zone)
    case 'yuan':
      return signed(Math.abs(value).toFixed(2), value < 0)
    case 'difference':
      return value > 0 ? `+${value}` : signed(String(Math.abs(value)), value < 0)
    case 'count':
    case 'text':
    case 'date':
      return signed(String(Math.abs(value)), value < 0)
  }
}

/** `zone`: IANA, that of the document. */
export function shown(value: Value, kind: ColumnKind, language: Language, zone: string): string {
  if (value === null) return NOTHING
  if (typeof value === 'number') return numberText(value, kind, zone)
  return typeof value === 'string' ? value : value[language]
}

/**
 * Whether values of this kind stand at the right edge of their column, so that their digits lie one
 * under another.
 */
export const isFigure = (kind: ColumnKind): boolean =>
  kind !== 'text' && kind !== 'date' && kind !== 'instant'
