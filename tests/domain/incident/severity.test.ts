/**
 * Tests the severity that the numbers suggest (生产安全事故报告和调查处理条例, 493号 art. 3): each limit included,
 * any one criterion is enough.
 */
import { describe, expect, it } from 'vitest'
import type { Counts } from '#shared/domain/incident/record/slices.ts'
import { suggestSeverity } from '#shared/domain/incident/rules/severity.ts'

const MILLION = 1_000_000

describe('each criterion by itself, at its limits', () => {
  it.each<[Counts, number | null, string]>([
    [{ dead: 30 }, null, 'extraordinary'],
    [{ dead: 29 }, null, 'major'],
    [{ dead: 10 }, null, 'major'],
    [{ dead: 9 }, null, 'serious'],
    [{ dead: 3 }, null, 'serious'],
    [{ dead: 2 }, null, 'ordinary'],
    [{ dead: 0 }, null, 'ordinary'],
    [{ serious: 100 }, null, 'extraordinary'],
    [{ serious: 99 }, null, 'major'],
    [{ serious: 50 }, null, 'major'],
    [{ serious: 49 }, null, 'serious'],
    [{ serious: 10 }, null, 'serious'],
    [{ serious: 9 }, null, 'ordinary'],
    [{}, 100 * MILLION, 'extraordinary'],
    [{}, 100 * MILLION - 1, 'major'],
    [{}, 50 * MILLION, 'major'],
    [{}, 50 * MILLION - 1, 'serious'],
    [{}, 10 * MILLION, 'serious'],
    [{}, 10 * MILLION - 1, 'ordinary'],
    [{}, 0, 'ordinary'],
  ])('%j and %s yuan: %s', (counts, loss, severity) => {
    expect(suggestSeverity(counts, loss)).toBe(severity)
  })
})

it('the gravest of several criteria counts', () => {
  expect(suggestSeverity({ dead: 1, serious: 60 }, 5000)).toBe('major')
  expect(suggestSeverity({ dead: 3, serious: 0 }, 100 * MILLION)).toBe('extraordinary')
})

it('nothing is suggested while no criterion is known: slightly injured and missing are none', () => {
  expect(suggestSeverity({}, null)).toBeNull()
  expect(suggestSeverity({ minor: 200, missing: 40 }, null)).toBeNull()
})

it('nothing is suggested for the fourth category, which the law does not grade (突发事件应对法 art. 3)', () => {
  expect(suggestSeverity({ dead: 30 }, null, 'socialSecurity')).toBeNull()
  expect(suggestSeverity({ dead: 30 }, null, 'accidentDisaster')).toBe('extraordinary')
})
