/** The one thing that matters where there are two of a kind: which alert is about it, and when. */
import { describe, expect, it } from 'vitest'
import { matterOf } from '#shared/domain/board/matter.ts'
import type { BoardIncident, BoardMember } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, fact, incident, MINUTE, NOW, step } from '../../renderer/board-parts.ts'

const matter = (part: Partial<BoardIncident>) => matterOf(incident(part), NOW)
const member = (part: Partial<BoardMember>): BoardMember => ({
  ...{ planId: 'plan-1', dueAt: NOW, lifeSafety: true, title: localized('疏散', 'Evacuate') },
  ...part,
})
const actor = { role: localized('班长', 'Head'), people: ['何建国'] }
const nudge = (...members: readonly BoardMember[]) =>
  alert({ kind: 'nudge', priority: 1, stepId: null, actor, members })
const life = (id: string, part: Parameters<typeof step>[0] = {}) =>
  step({ id, lifeSafety: true, ...part })
const question = (part: Parameters<typeof fact>[0] = {}) =>
  fact({ key: 'size', decides: ['life'], ...part })
const asks = { key: 'size', planId: 'plan-1' }
const waiting = life('life', { state: 'waiting' })

describe('a question', () => {
  it('is the matter where one of the steps that it decides is for life', () => {
    const steps = [waiting, step({ id: 'plain', state: 'waiting' })]
    const decides = (...ids: readonly string[]) =>
      matter({ steps, asks, facts: [question({ decides: ids })] })?.kind
    expect(decides('life', 'plain')).toBe('question')
    expect(decides('plain', 'life')).toBe('question')
    expect(decides('gone')).toBeUndefined()
    const late = step({ id: 'late', startedAt: NOW - MINUTE, dueAt: NOW })
    const before = (...ids: readonly string[]) =>
      matter({
        ...{ steps: [...steps, late], nearest: 'late', asks },
        facts: [question({ decides: ids })],
      })?.kind
    expect([before('life', 'plain'), before('plain', 'life'), before('plain')]).toEqual([
      ...['question', 'question', 'limit'],
    ])
    expect(
      matter({
        steps: [life('life', { planId: 'plan-2', state: 'waiting' })],
        asks,
        facts: [question()],
      }),
    ).toBeNull()
  })

  it('goes to whoever was told of it, and of nothing else', () => {
    const who = (...members: readonly BoardMember[]) =>
      matter({ steps: [waiting], asks, facts: [question()], alerts: [nudge(...members)] })?.role.zh
    expect(who(member({ stepId: 'x' }), member({ factKey: 'size' }))).toBe('班长')
    expect(who(member({ factKey: 'size', planId: 'plan-2' }))).toBe('信息中心')
    expect(who(member({ factKey: 'other' }))).toBe('信息中心')
    expect(who()).toBe('信息中心')
  })

  it.each([
    ['ahead', NOW + 1, 'far'],
    ['now', NOW, 'over'],
    ['past', NOW - 1, 'over'],
    ['never', null, 'none'],
  ])('is asked for %s: %s stands %s', (_, nudgeAt, stands) => {
    expect(matter({ steps: [waiting], asks, facts: [question({ nudgeAt })] })?.standing).toBe(
      stands,
    )
  })
})

it('what nobody has taken goes to whoever was told of it, among others', () => {
  const who = (...members: readonly BoardMember[]) =>
    matter({ steps: [life('a')], alerts: [nudge(...members)] })?.role.zh
  expect(who(member({ stepId: 'b' }), member({ stepId: 'a' }))).toBe('班长')
  expect(who(member({ stepId: 'b' }))).toBe('信息中心')
})

describe('a limit', () => {
  const limit = (part: Parameters<typeof step>[0] = {}) =>
    step({ id: 'limit', startedAt: NOW - MINUTE, dueAt: NOW + 9 * MINUTE, ...part })
  it('has the alert of its own lateness, and that of no other step or kind', () => {
    const who = (part: Parameters<typeof alert>[0]) =>
      matter({ steps: [limit()], alerts: [alert({ actor, ...part })] })?.role.zh
    expect(who({ kind: 'late', stepId: 'limit' })).toBe('班长')
    expect(who({ kind: 'late', stepId: 'other' })).toBe('信息中心')
    expect(who({ kind: 'not-recorded', stepId: 'limit' })).toBe('信息中心')
  })
  it('says that its calendar was not published as long as it is not late', () => {
    const noteOf = (part: Parameters<typeof step>[0]) => matter({ steps: [limit(part)] })?.note?.zh
    expect([noteOf({}), noteOf({ unpublished: true })]).toEqual([undefined, '未公布'])
    expect(noteOf({ unpublished: true, dueAt: NOW })).toBe('超时')
  })
})

it.each([
  ['nudge', 'attention'],
  ['untouched', 'attention'],
  ['unattended', 'attention'],
  ['late', undefined],
  ['not-recorded', undefined],
] as const)('an alert of the kind %s alone is the matter: %s', (kind, is) => {
  expect(matter({ alerts: [alert({ kind, stepId: null })] })?.kind).toBe(is)
})

it('an alert that was put off presses again from the very instant on', () => {
  const stands = (until: number) =>
    matter({
      alerts: [
        {
          ...nudge(member({ stepId: 'a' })),
          dueAt: NOW - 1,
          shelved: { until, by: '周敏', reason: null },
        },
      ],
    })?.standing
  expect([stands(NOW + 1), stands(NOW)]).toEqual(['over', 'late'])
})
