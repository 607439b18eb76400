/**
 * Values that may be personal, sealed in events: the state holds what the events hold, is drawn the
 * same, and stays valid when a value is purged. Events from before hold them in clear.
 */
import { describe, expect, test } from 'vitest'
import { drawIncident } from '#shared/domain/board/board.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { coveredEvent, coveredIncident } from '#shared/domain/document/cover.ts'
import { mapGuarded } from '#shared/domain/incident/record/guarded.ts'
import { sealsOf } from '#shared/domain/incident/record/seals.ts'
import { areaOf } from '#shared/domain/places/area.ts'
import { registered } from '#shared/domain/places/place.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import {
  inSentence,
  isSealed,
  PURGED,
  referredIn,
  withValues,
  type Guarded,
  type Sealed,
} from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const HEX = (n: number): string => String(n).padStart(64, 'a')
/** By digest, what was sealed. */
const values = new Map<string, string>()
const sealed = (value: string): Sealed => {
  const seal = { sealed: HEX(values.size + 1) }
  values.set(seal.sealed, value)
  return seal
}
const open = (seal: Sealed | null): string | null => (seal && values.get(seal.sealed)) ?? null
const two = plan('two', [
  step('a', { due: { within: 60_000, from: 'activated' } }),
  step('b', { due: { within: 60_000, from: 'activated' } }),
])

/** The same story, its values as they are given to the record. */
function story(give: (value: string) => Guarded): Scenario {
  const scenario = incidentAt(WORKDAY)
  scenario.send({
    type: 'ActivatePlan',
    plan: two,
    level: null,
    commander: give('总指挥'),
    provisional: null,
    supersedes: null,
  })
  scenario.pass('2 min')
  scenario.send({
    type: 'FinishStep',
    stepId: 'a',
    outcome: 'done',
    reason: give('原因'),
    onBehalfOf: { person: give('代报人'), channel: give('电台'), words: sealed('原话') },
  })
  scenario.send({ type: 'ExplainStep', stepId: 'b', reason: give('说明') })
  scenario.send({
    type: 'RecordEvidence',
    what: give('监控'),
    kind: 'video',
    place: give('柜子'),
    keeper: null,
    stepId: null,
  })
  scenario.send({ type: 'MoveIncident', to: 'contained', reason: give('控制') })
  return scenario
}
const drawn = (scenario: Scenario, value = open): BoardIncident =>
  drawIncident(scenario.state(), {
    world: scenario.world,
    now: scenario.now(),
    isDanger: () => false,
    types: () => [],
    typeName: () => null,
    numberOf: () => undefined,
    open: value,
  })

describe('sealed events', () => {
  test('hold digests, and no value', () => {
    const { recorded, state } = story(sealed)
    for (const value of ['总指挥', '原因', '代报人', '电台', '说明', '监控', '柜子', '控制'])
      expect(JSON.stringify([recorded, state()])).not.toContain(value)
    expect(sealsOf(state()).length).toBeGreaterThanOrEqual(9)
  })

  test('are drawn as those from before, that hold the values in clear', () => {
    expect(drawn(story(sealed))).toEqual(drawn(story((value) => value)))
  })

  test('stay valid without the values: a word stands in their place', () => {
    const board = drawn(story(sealed), () => null)
    const gone = `${PURGED.zh} ${PURGED.en}`
    expect(board).toMatchObject({
      commander: gone,
      reason: gone,
      evidence: [{ what: gone, place: gone }],
    })
    expect(board.steps[0]).toMatchObject({
      reason: gone,
      onBehalfOf: { person: gone, channel: gone, words: null },
    })
  })

  test('count the same, and the reason of a late limit stays a seal', () => {
    const [newer, older] = [story(sealed), story((value) => value)].map((scenario) =>
      projectStats(scenario.state(), scenario.world),
    )
    expect(referredIn(newer)).toHaveLength(2)
    expect(withValues(newer, open)).toEqual(older)
  })

  test('go to walls without reason, commander, channel and evidence, as do older ones', () => {
    for (const board of [drawn(story(sealed)), drawn(story((value) => value))]) {
      const wall = publicIncident(board)
      expect(wall).toMatchObject({ commander: null, reason: null, evidence: [] })
      expect(JSON.stringify(wall)).not.toMatch(/总指挥|原因|代报人|电台|说明|监控|柜子|控制"/)
    }
  })
})

describe('a value in a sentence', () => {
  const seal = sealed('三楼冒烟')
  const text = localized(`原因：${inSentence(seal)}`, `because: ${inSentence(seal)}`)

  test('is put there wherever the sentence stands', () => {
    const document = { rows: [[{ value: text }, { value: 3 }, null]], title: inSentence('前厅') }
    expect(withValues(document, open)).toEqual({
      rows: [[{ value: localized('原因：三楼冒烟', 'because: 三楼冒烟') }, { value: 3 }, null]],
      title: '前厅',
    })
  })

  test('leaves a word in the language of the sentence once it is purged', () => {
    expect(withValues(text, () => null)).toEqual(
      localized(`原因：${PURGED.zh}`, `because: ${PURGED.en}`),
    )
  })
})

describe('a document without personal values', () => {
  test('covers them in older events, too', () => {
    const { recorded, state } = story((value) => value)
    const covered = JSON.stringify([recorded.map(coveredEvent), coveredIncident(state())])
    expect(covered).not.toMatch(/总指挥|原因|代报人|电台|说明|监控|柜子|控制/)
    expect(withValues(localized('原因：' + inSentence('x'), ''), open).zh).toBe('原因：x')
  })

  test('says of a home the area that it lies in, and a word where nobody said which', () => {
    const home = { ...story(sealed).state(), place: sealed('七号楼') }
    expect(coveredIncident({ ...home, area: '雀巢小区' }).place).toBe('雀巢小区')
    expect(coveredIncident({ ...home, area: '' }).place).toBe('地址已封存')
    expect(coveredIncident({ ...home, place: '前厅' }).place).toBe('前厅')
  })
})

test('an area is the longest name of the register that the place has in it', () => {
  const register = registered(['雀巢', '雀巢小区', '前厅'].map((name) => ({ name, size: null })))
  expect(areaOf('雀巢小区七号楼', register)).toEqual({ area: '雀巢小区', placeId: 'place-2' })
  expect(areaOf('别处', register)).toEqual({ area: '', placeId: null })
})

test('of an older incident every such value can be named, for sealing it anew', () => {
  const kinds = new Map<string, string[]>()
  mapGuarded(story((value) => value).recorded, (value, kind) => {
    if (!isSealed(value) && value !== '') kinds.set(kind, [...(kinds.get(kind) ?? []), value])
    return value
  })
  expect(Object.fromEntries(kinds)).toEqual({
    commander: ['总指挥'],
    reason: ['原因', '说明', '控制'],
    person: ['代报人'],
    channel: ['电台'],
    evidence: ['监控', '柜子'],
  })
})
