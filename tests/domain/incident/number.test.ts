/** Short numbers: by year and kind, in the order of report; earlier reports have one, too. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  numberedBefore,
  numberText,
  prefixOf,
  readNumber,
  type NumberedReport,
} from '#shared/domain/incident/number.ts'

const ZONE = 'Asia/Shanghai'
const at = (time: string): number => Date.parse(`${time}+08:00`)
const report = (id: string, time: string, part: Partial<NumberedReport> = {}): NumberedReport => ({
  id,
  at: at(time),
  drill: false,
  number: null,
  ...part,
})

it('counts by the year of the report in the zone of the site; drills have a series of their own', () => {
  const lastSecond = at('2026-12-31T23:59:59')
  expect(prefixOf({ at: lastSecond, drill: false }, ZONE)).toBe('2026')
  expect(prefixOf({ at: lastSecond + 1000, drill: false }, ZONE)).toBe('2027')
  expect(prefixOf({ at: lastSecond, drill: true }, ZONE)).toBe('演2026')
  expect(prefixOf({ at: lastSecond, drill: false, emergency: true }, ZONE)).toBe('急2026')
})

it('has three digits, and four beyond 999', () => {
  const text = (nth: number): string => numberText({ prefix: '2026', nth })
  expect([text(17), text(999), text(1000)]).toEqual(['2026-017', '2026-999', '2026-1000'])
})

it('is read as it is written, and nothing else is', () => {
  const parts = fc.record({
    prefix: fc.constantFrom('2026', '演2026', '急2027', '急演2027'),
    nth: fc.integer({ min: 1, max: 12_000 }),
  })
  fc.assert(
    fc.property(parts, (part) => {
      expect(readNumber(numberText(part))).toEqual(part)
    }),
  )
  expect(['', '2026', '2026-1', '26-001', 'x2026-001'].map(readNumber)).toEqual(Array(5).fill(null))
})

it('numbers what was reported before there were numbers in the order of report', () => {
  const { numbers, highest } = numberedBefore(
    [
      report('a', '2025-12-31T23:59:00'),
      report('b', '2026-01-01T00:00:00'),
      report('c', '2026-01-02T00:00:00', { drill: true }),
      report('d', '2026-01-03T00:00:00'),
      report('e', '2026-01-04T00:00:00', { number: '2026-003' }),
    ],
    ZONE,
  )
  expect(Object.fromEntries(numbers)).toEqual({
    a: '2025-001',
    b: '2026-001',
    c: '演2026-001',
    d: '2026-002',
  })
  expect(Object.fromEntries(highest)).toEqual({ 2025: 1, 2026: 3, 演2026: 1 })
})

it('no two reports ever have one number, whichever of them were recorded with theirs', () => {
  const recorded = fc.array(fc.record({ drill: fc.boolean(), old: fc.boolean() }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(recorded, (reports) => {
      const written: NumberedReport[] = []
      reports.forEach(({ drill, old }, index) => {
        const next = report(String(index), '2026-05-01T00:00:00', { drill })
        const prefix = prefixOf(next, ZONE)
        const nth = (numberedBefore(written, ZONE).highest.get(prefix) ?? 0) + 1
        written.push({ ...next, number: old ? null : numberText({ prefix, nth }) })
      })
      const { numbers } = numberedBefore(written, ZONE)
      const all = written.map(({ id, number }) => number ?? numbers.get(id))
      expect(new Set(all).size).toBe(written.length)
    }),
  )
})
