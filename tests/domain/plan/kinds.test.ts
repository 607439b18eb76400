/** What a type of incident is by its marks, and what a step is in the chain of reports. */
import { describe, expect, it } from 'vitest'
import {
  isAccidentType,
  isDangerous,
  isDiscreetType,
  namesDiscreet,
} from '#shared/domain/plan/danger.ts'
import { isReportUntold, reportKind } from '#shared/domain/plan/report-kind.ts'
import type { Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { step } from './sample.ts'

describe('a type', () => {
  const types = [
    { code: 'a', danger: true, discreet: true, accident: true },
    { code: 'b', danger: false, discreet: false, accident: false },
    { code: 'c' },
  ]
  it.each([
    ['a', true],
    ['a.x', true], // by what it lies under
    ['ab', false],
    ['b', false],
    ['c', false],
    ['d', false],
  ])('%s is marked: %s', (code, is) => {
    expect([
      isDangerous(code, types),
      isDiscreetType(code, types),
      isAccidentType(code, types),
    ]).toEqual([is, is, is])
  })
})

it('words name what is discreet by any of its names, whatever their case', () => {
  const types = [
    { discreet: false, words: ['火灾'] },
    { discreet: true, words: ['抢劫', 'robbery'] },
    { words: ['漏水'] },
  ]
  expect(
    ['有人抢劫', 'A ROBBERY', '火灾', '漏水', ''].map((words) => namesDiscreet(words, types)),
  ).toEqual([true, true, false, false, false])
})

describe('a step is a report', () => {
  const repeat = { every: 1, until: 'lifted' } as const
  const titled = (zh: string, en: string, part: Partial<Step> = {}): Step =>
    step('s', { stage: 'report', title: localized(zh, en), ...part })
  it.each<[string, Step, string | null, boolean]>([
    ['as it says itself', titled('上报', 'Tell', { report: 'final' }), 'final', false],
    ['none, as it says itself', titled('续报', 'Follow-up report', { report: null }), null, false],
    ['none in another stage', titled('续报', 'Tell', { stage: 'respond' }), null, false],
    ['the last by its Chinese title', titled('终报', 'Tell', { repeat }), 'final', false],
    ['the last by its English title', titled('上报', 'Final report'), 'final', false],
    ['a follow-up by its Chinese title', titled('续报', 'Tell', { repeat }), 'followUp', false],
    ['a follow-up by its English title', titled('上报', 'A follow-up report'), 'followUp', false],
    [
      'a follow-up, since it repeats; nothing says so',
      titled('上报', 'Tell', { repeat }),
      'followUp',
      true,
    ],
    ['the first', titled('上报', 'Tell'), 'first', false],
    ['untold only in its stage', titled('上报', 'Tell', { stage: 'respond', repeat }), null, false],
  ])('%s', (_, of, kind, untold) => {
    expect([reportKind(of), isReportUntold(of)]).toEqual([kind, untold])
  })
})
