/** How each kind of value is written in a document, at the ends of its range. */
import { describe, expect, it } from 'vitest'
import type { ColumnKind } from '#shared/domain/document/document.ts'
import { isFigure, MINUS, shown } from '#shared/domain/document/format.ts'
import { localized } from '#shared/domain/text.ts'

const ZONE = 'Asia/Shanghai'

it.each<[value: number, kind: ColumnKind, written: string]>([
  [0, 'share', '0.0%'],
  [1, 'share', '100.0%'],
  [0.955, 'share', '95.5%'],
  [-0.125, 'share', `${MINUS}12.5%`],
  [0, 'yuan', '0.00'],
  [12.5, 'yuan', '12.50'],
  [-12.5, 'yuan', `${MINUS}12.50`],
  [1, 'difference', '+1'],
  [0, 'difference', '0'],
  [-1, 'difference', `${MINUS}1`],
  [3, 'count', '3'],
  [0, 'count', '0'],
  [-3, 'count', `${MINUS}3`],
  [7, 'text', '7'],
  [65_000, 'duration', '0:01:05'],
  [Date.parse('2026-11-24T06:05:09Z'), 'instant', '2026-11-24 14:05:09'],
])('%d as %s', (value, kind, written) => {
  expect(shown(value, kind, 'zh', ZONE)).toBe(written)
})

it('nothing is a dash, what somebody wrote stands, and a text is in the language of the file', () => {
  const name = localized('大厅', 'Hall')
  expect(shown(null, 'count', 'zh', ZONE)).toBe('—')
  expect(shown('三号门', 'text', 'en', ZONE)).toBe('三号门')
  expect([shown(name, 'text', 'zh', ZONE), shown(name, 'text', 'en', ZONE)]).toEqual([
    '大厅',
    'Hall',
  ])
})

describe('what stands on the right as a figure', () => {
  it.each<[ColumnKind, boolean]>([
    ['text', false],
    ['date', false],
    ['instant', false],
    ['count', true],
    ['difference', true],
    ['share', true],
    ['duration', true],
    ['yuan', true],
  ])('%s: %s', (kind, figure) => {
    expect(isFigure(kind)).toBe(figure)
  })
})
