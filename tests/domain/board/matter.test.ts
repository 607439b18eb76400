/** The one thing that matters: what it is, who must act, and what is counted. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { matterOf, type MainMatter } from '#shared/domain/board/matter.ts'
import type { BoardIncident, BoardMember } from '#shared/domain/board/types.ts'
import { alert, fact, incident, MINUTE, NOW, SECOND, step } from '../../renderer/board-parts.ts'

const life = (part: Parameters<typeof step>[0] = {}) =>
  step({ id: 'life', lifeSafety: true, openedAt: NOW - 30 * SECOND, ...part })
const limit = (part: Parameters<typeof step>[0] = {}) =>
  step({ id: 'limit', startedAt: NOW - MINUTE, dueAt: NOW + 9 * MINUTE, ...part })
const question = fact({
  key: 'size',
  question: localized('火势大不大？', 'How big is it?'),
  decides: ['life'],
  nudgeAt: NOW + 20 * SECOND,
})
const asks = { key: 'size', planId: 'plan-1' }
const member = (part: Partial<BoardMember>): BoardMember => ({
  planId: 'plan-1',
  dueAt: NOW,
  lifeSafety: true,
  title: localized('疏散', 'Evacuate'),
  ...part,
})
const actor = { role: localized('现场总指挥', 'Commander'), people: ['何建国'] }
const nudge = (of: Partial<BoardMember>, part: Parameters<typeof alert>[0] = {}) =>
  alert({ kind: 'nudge', priority: 1, stepId: null, actor, members: [member(of)], ...part })
const matter = (part: Partial<BoardIncident>): MainMatter | null => matterOf(incident(part), NOW)

describe('what matters in an incident', () => {
  it('is first the question that life hangs on, then what life hangs on and nobody has taken', () => {
    const steps = [life(), limit()]
    expect(matter({ facts: [question], asks, steps })).toMatchObject({
      kind: 'question',
      title: { zh: '火势大不大？' },
      note: { zh: '没人答', en: 'Not answered' },
      role: { zh: '信息中心' },
      at: NOW + 20 * SECOND,
      standing: 'far',
    })
    expect(matter({ steps })).toMatchObject({
      kind: 'untaken',
      note: { zh: '没人办', en: 'Nobody on it' },
      startedAt: NOW - 30 * SECOND,
    })
  })

  it('names a question as the wall can show it', () => {
    const short = { ...question, short: localized('火大不大？', 'How big?') }
    expect(matter({ facts: [short], asks, steps: [] })).toBeNull()
    expect(matter({ facts: [short], asks, steps: [life()] })?.title.zh).toBe('火大不大？')
  })

  it('is no question on which only a limit hangs', () => {
    const other = { ...question, decides: ['limit'] }
    expect(matter({ facts: [other], asks, steps: [limit()] })?.kind).toBe('limit')
  })

  it('is that question where nothing runs yet, and names who has to answer it', () => {
    const other = { ...question, decides: ['wait'], people: ['王磊'] }
    const wait = step({ id: 'wait', state: 'waiting' })
    const pending = step({ id: 'pending', pending: true })
    expect(matter({ facts: [other], asks, steps: [wait, pending] })).toMatchObject({
      kind: 'question',
      role: { zh: '信息中心' },
      people: ['王磊'],
      standing: 'far',
    })
    expect(matter({ facts: [other], asks, steps: [wait, limit()] })?.kind).toBe('limit')
    expect(matter({ facts: [other], asks: null, steps: [wait, pending] })?.kind).toBe('not-started')
  })

  it('is the step of life safety that was left alone longest, and none that somebody has', () => {
    const older = life({ id: 'older', openedAt: NOW - MINUTE, short: localized('疏散', 'Out') })
    expect(matter({ steps: [life(), older] })?.title.zh).toBe('疏散')
    expect(matter({ steps: [life({ state: 'accepted' }), limit()] })?.kind).toBe('limit')
  })

  it('is the next action of those that opened together', () => {
    const still = life({ id: 'still', prohibits: true })
    const call = life({ id: '120', urgency: 'immediate' })
    expect(matter({ steps: [still, call] })?.stepId).toBe('120')
  })

  it('is the limit of what nobody has taken, once that has passed', () => {
    const late = life({ late: true, dueAt: NOW - SECOND, startedAt: NOW - MINUTE })
    expect(matter({ steps: [late] })).toMatchObject({
      kind: 'limit',
      stepId: 'life',
      standing: 'late',
      at: NOW - SECOND,
    })
  })

  it('is then the nearest limit, an alert that stands, a limit not started, what is being done', () => {
    const untouched = alert({
      ...{ kind: 'untouched', stepId: null, actor, dueAt: NOW - MINUTE },
      cause: localized('10分钟没有动静', 'Nothing done for 10 minutes'),
    })
    const pending = step({ id: 'pending', pending: true })
    const taken = step({ id: 'taken', state: 'accepted', short: localized('抢修', 'Repair') })
    const steps = [taken, pending]
    expect(matter({ steps: [...steps, limit()], alerts: [untouched] })?.kind).toBe('limit')
    expect(matter({ steps, alerts: [untouched] })).toMatchObject({
      kind: 'attention',
      title: { zh: '10分钟没有动静' },
      ...actor,
      at: NOW - MINUTE,
      standing: 'late',
    })
    expect(matter({ steps })).toMatchObject({ kind: 'not-started', at: null, standing: 'none' })
    expect(matter({ steps: [taken] })).toMatchObject({
      kind: 'taken',
      title: { zh: '抢修' },
      note: { zh: '在办' },
      at: null,
    })
    expect(matter({ steps: [step()] })).toBeNull()
  })
})

describe('how it stands', () => {
  const due = life({ nudgeAt: NOW - MINUTE })

  it('is late as long as nobody has acknowledged its alert, and names who was told last', () => {
    const asking = nudge({ stepId: 'life', dueAt: NOW - 2 * MINUTE })
    const stands = matter({ steps: [due], alerts: [asking] })
    expect(stands).toMatchObject({ standing: 'late', at: NOW - 2 * MINUTE, ...actor })
    const acknowledged = nudge({ stepId: 'life' }, { acknowledgedAt: NOW })
    expect(matter({ steps: [due], alerts: [acknowledged] })?.standing).toBe('over')
  })

  it('is not late while its alert is put off, and is again afterwards', () => {
    const until = (at: number) =>
      nudge({ stepId: 'life' }, { shelved: { until: at, by: '周敏', reason: null } })
    expect(matter({ steps: [due], alerts: [until(NOW + 1)] })?.standing).toBe('over')
    expect(matter({ steps: [due], alerts: [until(NOW)] })?.standing).toBe('late')
  })

  it('counts nothing where no clock of attention runs', () => {
    expect(matter({ steps: [life()] })).toMatchObject({ at: null, standing: 'none' })
  })

  it('a limit is near from four fifths on and late whoever knows of it', () => {
    const left = (ms: number) =>
      matter({ steps: [limit({ startedAt: NOW + ms - 10 * MINUTE, dueAt: NOW + ms })] })
    expect([left(3 * MINUTE), left(2 * MINUTE), left(0)].map((shown) => shown?.standing)).toEqual([
      'far',
      'near',
      'late',
    ])
    expect(left(0)?.note).toEqual({ zh: '超时', en: 'late' })
  })

  it('says of each member what is wrong with it', () => {
    const noteOf = (of: Partial<BoardMember>, steps: BoardIncident['steps'] = []) =>
      matter({ steps, alerts: [nudge(of)] })?.note?.zh
    expect(noteOf({ factKey: 'size' })).toBe('没人答')
    expect(noteOf({ stepId: 'plain' }, [step({ id: 'plain' })])).toBe('没人办')
    expect(noteOf({ stepId: 'life' }, [life({ state: 'accepted' })])).toBe('没有回音')
  })
})
