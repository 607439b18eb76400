/**
 * Measures how often matching is right, over lists of what people say, each sentence at its own
 * kind of site. The figures stand in the names of the tests. Lists that words were tuned for are
 * summaryOf apart from lists that nothing was tuned for.
 */
import { describe, expect, it } from 'vitest'
import { propose, type Proposal } from '#shared/domain/match/match.ts'
import { EVERYWHERE } from './everywhere.ts'
import { HELD_OUT, HELD_OUT_NOTHING } from './held-out.ts'
import { HELD_OUT_INDIRECT, HELD_OUT_QUIET } from './held-out-indirect.ts'
import { flat, flatQuiet, type Sentence } from './kinds.ts'
import { MESSY, MESSY_NOTHING } from './messy.ts'
import { INDIRECT, INDIRECT_BEFORE } from './sentences-indirect.ts'
import { INDIRECT_FOURTH, INDIRECT_SECOND, INDIRECT_THIRD } from './sentences-indirect-later.ts'
import { NOTHING } from './sentences-nothing.ts'
import { PLANNERS } from './sentences-planners.ts'
import { SENTENCES } from './sentences.ts'
import { sourcesAt } from './sources-at.ts'

const proposalsFor = ({ kind, says }: Omit<Sentence, 'plan'>): readonly Proposal[] =>
  propose(says, sourcesAt(kind))

type Measured = {
  count: number
  first: number
  three: number
  five: number
  wrong: number
  missed: readonly string[]
}

/**
 * Shares from 0 to 1. `wrong`: another plan stood first; what is neither first nor wrong proposed
 * nothing.
 */
function measure(sentences: readonly Sentence[]): Measured {
  const places = sentences.map((sentence) => {
    const ids = proposalsFor(sentence).map(({ planId }) => planId)
    return { sentence, at: ids.indexOf(sentence.plan), any: ids.length > 0 }
  })
  const share = (holds: (place: { at: number; any: boolean }) => boolean): number =>
    places.filter(holds).length / places.length
  return {
    count: places.length,
    first: share(({ at }) => at === 0),
    three: share(({ at }) => at >= 0 && at < 3),
    five: share(({ at }) => at >= 0),
    wrong: share(({ at, any }) => any && at !== 0),
    missed: places
      .filter(({ at }) => at !== 0)
      .map(({ sentence: { kind, says, plan } }) => `${kind} ${says} → ${plan}`),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const summaryOf = ({ count, first, three }: Measured): string =>
  `${count} sentences, ${percent(first)} first, ${percent(three)} among the first three`

describe('lists that words and triggers were tuned for', () => {
  const tuned = [...flat(SENTENCES), ...flat(INDIRECT)]
  const planners = flat(PLANNERS)
  const all = measure([...tuned, ...planners])

  it(`are right: ${summaryOf(all)}`, () => {
    expect(all.missed.slice(0, 40)).toEqual(all.missed)
    expect(all.first).toBeGreaterThanOrEqual(0.9)
    expect(all.three).toBeGreaterThanOrEqual(0.98)
  })

  const later = measure(
    [INDIRECT_BEFORE, INDIRECT_SECOND, INDIRECT_THIRD, INDIRECT_FOURTH].flatMap(flat),
  )
  it(`go round the usual words and are understood: ${summaryOf(later)}; a wrong plan first for ${percent(later.wrong)}`, () => {
    expect(later.count).toBeGreaterThanOrEqual(400)
    expect(later.first).toBeGreaterThanOrEqual(0.9)
    expect(later.three).toBeGreaterThanOrEqual(0.95)
  })

  const messy = measure(flat(MESSY))
  it(`are messy, with slips, dialect, English between, denials, two things at once: ${summaryOf(messy)}`, () => {
    expect(messy.count).toBeGreaterThanOrEqual(40)
    expect(messy.first).toBeGreaterThanOrEqual(0.9)
    expect(messy.wrong).toBe(0)
  })

  it('are long enough, say nothing twice, and know every plan of every kind of site', () => {
    expect(tuned.length).toBeGreaterThanOrEqual(150)
    const keys = tuned.map(({ kind, says }) => `${kind} ${says}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(tuned.filter(({ says }) => /^[a-z0-9 ]+$/i.test(says)).length).toBeGreaterThanOrEqual(15)
    for (const kind of Object.keys(SENTENCES)) {
      const known = new Set(
        tuned.filter((sentence) => sentence.kind === kind).map(({ plan }) => plan),
      )
      expect([...known].sort()).toEqual(
        sourcesAt(kind)
          .plans.map(({ id }) => id)
          .sort(),
      )
    }
  })

  it.each([...flatQuiet(NOTHING), ...flatQuiet(MESSY_NOTHING)])(
    'nothing is proposed for “$says” ($kind)',
    (sentence) => {
      expect(proposalsFor(sentence)).toEqual([])
    },
  )
})

describe('lists that nothing was tuned for', () => {
  const plain = measure(flat(HELD_OUT))
  it(`plain reports: ${summaryOf(plain)}`, () => {
    expect(plain.count).toBeGreaterThanOrEqual(60)
    expect(plain.first).toBeGreaterThanOrEqual(0.9)
    expect(plain.three).toBeGreaterThanOrEqual(0.98)
  })

  const indirect = measure(flat(HELD_OUT_INDIRECT))
  it(`reports that go round the usual words: ${summaryOf(indirect)}; a wrong plan first for ${percent(indirect.wrong)}, the rest proposes nothing`, () => {
    expect(indirect.count).toBeGreaterThanOrEqual(100)
    expect(indirect.first).toBeGreaterThanOrEqual(0.8)
    expect(indirect.three).toBeGreaterThanOrEqual(0.95)
    expect(indirect.wrong).toBeLessThanOrEqual(0.05)
  })

  const quiet = [...flatQuiet(HELD_OUT_NOTHING), ...flatQuiet(HELD_OUT_QUIET)]
  const silent = quiet.filter((sentence) => proposalsFor(sentence).length === 0)
  it(`what is no report: nothing is proposed for ${silent.length} of ${quiet.length}`, () => {
    expect(silent.length / quiet.length).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a site of all kinds, where several documents know the same event', () => {
  const all = measure(flat(EVERYWHERE))
  it(`has the right plan within five: ${all.count} sentences, ${percent(all.five)}, first ${percent(all.first)}`, () => {
    expect(all.five).toBe(1)
    expect(all.first).toBeGreaterThanOrEqual(0.8)
  })
})
