/** What is new or worse: noticed once, and looked for until it was really shown. */
import { describe, expect, it } from 'vitest'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import {
  afterShowing,
  SEEN_AFTER_MS,
  pageOfNews,
  isForward,
  hasTone,
  newsSince,
  type News,
  type NewsItem,
} from '#renderer/wall/news.ts'
import { painted, SETTLE_MS, type Painting } from '#renderer/wall/painting.ts'
import { alert, fact, incident, MINUTE, NOW, people, plan, SECOND, step } from '../board-parts.ts'

const at = (incidents: readonly BoardIncident[], before: News | null = null, now = NOW) =>
  newsSince(before, incidents, now)
/** What changes from the one to the other, of one incident. */
const between = (
  from: Partial<BoardIncident>,
  to: Partial<BoardIncident>,
  now = NOW,
): (string | undefined)[] => {
  const { news } = at([incident({ id: 'a', level: null, ...from })])
  return at([incident({ id: 'a', level: null, ...from, ...to })], news, now).fresh.map(
    ({ kind }) => kind,
  )
}
const item = (part: Partial<NewsItem> = {}): NewsItem => ({
  ...{ incidentId: 'a', kind: 'new', drill: false, discreet: false, shownMs: 0, gone: null },
  ...part,
})

describe('what is new or worse', () => {
  it('is nothing that a wall finds when it is opened, and everything that comes afterwards', () => {
    const first = at([incident({ id: 'a' })])
    expect(first.fresh).toEqual([])
    const second = at([incident({ id: 'a' }), incident({ id: 'b' })], first.news)
    expect(second.fresh).toEqual([item({ incidentId: 'b' })])
  })

  it('is a level that goes up, not one that goes down or is given first without being grave', () => {
    expect(between({ level: 3 }, { level: 2 })).toEqual(['raised'])
    expect(between({ level: 2 }, { level: 3 })).toEqual([])
    expect(between({}, { level: 4 })).toEqual([])
    expect(between({}, { level: 1 })).toEqual(['raised'])
  })

  it('is each kind of casualties that goes up, also of those who were hurt already', () => {
    expect(between({}, { casualties: people({ dead: 2 }) })).toEqual(['casualties'])
    expect(between({}, { casualties: people({ missing: 1 }) })).toEqual(['casualties'])
    expect(between({}, { casualties: people({ trapped: 1 }) })).toEqual(['casualties'])
    expect(between({}, { casualties: people({ atRisk: 9, evacuated: 9 }) })).toEqual([])
    const five = people({ serious: 0, minor: 5 })
    expect(between({ casualties: five }, { casualties: people({ serious: 1, minor: 4 }) })).toEqual(
      ['casualties'],
    )
    expect(between({ casualties: five }, { casualties: people({ minor: 3 }) })).toEqual([])
  })

  it('is a warning raised, and a graver plan in place of the other', () => {
    const prealert = { state: 'prealert', warning: 'yellow' } as const
    expect(between(prealert, { warning: 'orange' })).toEqual(['warning'])
    expect(between(prealert, { warning: 'blue' })).toEqual([])
    const smoke = plan({ planId: 'smoke' })
    const over = { ...smoke, supersededBy: 'fire' }
    const fire = plan({ planId: 'fire' })
    const steps = [step({ planId: 'fire', lifeSafety: true })]
    expect(between({ plans: [smoke] }, { plans: [over, fire], steps })).toEqual(['graver'])
    expect(between({ plans: [smoke] }, { plans: [over, fire] })).toEqual(['switched'])
    expect(between({ plans: [smoke] }, { plans: [over] })).toEqual([]) // stopped by a person
  })

  it('is what life hangs on, left alone for a minute, once', () => {
    const steps = [step({ lifeSafety: true, openedAt: NOW })]
    expect(between({ steps }, {}, NOW + MINUTE - 1)).toEqual([])
    expect(between({ steps }, {}, NOW + MINUTE)).toEqual(['untaken'])
    const after = at([incident({ id: 'a', steps })], null, NOW + MINUTE)
    expect(at([incident({ id: 'a', steps })], after.news, NOW + 2 * MINUTE).fresh).toEqual([])
    const taken = steps.map((each) => ({ ...each, state: 'accepted' as const }))
    expect(between({ steps: taken }, {}, NOW + MINUTE)).toEqual([])
    const askedFor = {
      asks: { key: 'size', planId: 'plan-1' },
      facts: [fact({ key: 'size', decides: ['life'], nudgeAt: NOW + MINUTE })],
      steps: [step({ id: 'life', lifeSafety: true, state: 'waiting' })],
    } as const
    expect(between(askedFor, {}, NOW + MINUTE)).toEqual(['untaken'])
  })

  it('is a limit at the instant that it has passed, once, and none of a step that is finished', () => {
    const steps = [step({ dueAt: NOW + MINUTE })]
    expect(between({ steps }, {}, NOW + MINUTE - 1)).toEqual([])
    expect(between({ steps }, {}, NOW + MINUTE)).toEqual(['late'])
    const done = steps.map((each) => ({ ...each, state: 'done' as const }))
    expect(between({ steps }, { steps: done }, NOW + MINUTE)).toEqual([])
    const after = at([incident({ id: 'a', steps })], null, NOW + MINUTE)
    expect(at([incident({ id: 'a', steps })], after.news, NOW + 2 * MINUTE).fresh).toEqual([])
  })

  it('is that somebody knows of an alert, in place of nothing that waits to be seen, and of the last one alone', () => {
    const ringing = (id: string) => incident({ id, alerts: [alert({ id: `${id}-alert` })] })
    const heard = (id: string) =>
      incident({ id, alerts: [alert({ id: `${id}-alert`, acknowledgedAt: NOW })] })
    const { news } = at([ringing('a'), ringing('b')])
    const first = at([heard('a'), ringing('b')], news)
    expect(first.news.items).toEqual([item({ incidentId: 'a', kind: 'known' })])
    const second = at([heard('a'), heard('b')], first.news)
    expect(second.news.items).toEqual([item({ incidentId: 'b', kind: 'known' })])
    const raised = at([{ ...ringing('a'), level: 1 }, ringing('b')], news)
    const both = at([{ ...heard('a'), level: 1 }, ringing('b')], raised.news)
    expect(both.news.items.map(({ kind }) => kind)).toEqual(['raised'])
  })

  it('comes forward and is heard by its kind: what ended is not heard, and a drill does neither', () => {
    const heard = ['new', 'raised', 'casualties', 'graver'] as const
    const seen = [
      ...(['switched', 'warning', 'untaken', 'late'] as const),
      ...(['contained', 'falseReport', 'known'] as const),
    ] as const
    const kinds = [...heard, ...seen]
    expect(kinds.filter((kind) => isForward(item({ kind })))).toEqual(kinds)
    expect(kinds.filter((kind) => hasTone(item({ kind })))).toEqual(heard)
    expect(hasTone(item({ discreet: true }))).toBe(false)
    for (const kind of kinds) {
      const drill = item({ kind, drill: true })
      expect([isForward(drill), hasTone(drill)]).toEqual([false, false])
    }
  })

  it('keeps what was found false as it last stood, and forgets what was closed', () => {
    const { news } = at([incident({ id: 'a' }), incident({ id: 'b', state: 'closed' })])
    const { fresh } = at([], news)
    expect(fresh.map(({ incidentId, kind, gone }) => [incidentId, kind, gone?.state])).toEqual([
      ['a', 'falseReport', 'falseReport'],
    ])
  })

  it('holds the last six that were found false, so that a wall does not fill with what is over', () => {
    const open = Array.from({ length: 20 }, (_, n) => incident({ id: `i${n}` }))
    let { news } = at(open)
    for (let over = 1; over <= open.length; over++) news = at(open.slice(over), news).news
    expect(news.items.map(({ incidentId }) => incidentId)).toEqual(
      open.slice(-6).map(({ id }) => id),
    )
  })

  it('stays "new" until it was seen, whatever its activation adds, unless it gets worse', () => {
    const { news } = at([])
    const report = at([incident({ id: 'a', level: null })], news)
    const raised = at([incident({ id: 'a', level: 1 })], report.news)
    expect(raised.news.items.map(({ kind }) => kind)).toEqual(['new'])
    const worse = at([incident({ id: 'a', casualties: people({ dead: 1 }) })], raised.news)
    expect(worse.news.items.map(({ kind }) => kind)).toEqual(['casualties'])
    const graded = at([incident({ id: 'a', level: 3 })], report.news)
    const higher = at([incident({ id: 'a', level: 2 })], graded.news)
    expect(higher.news.items.map(({ kind }) => kind)).toEqual(['raised'])
  })

  it('is forgotten once it has left the wall', () => {
    const { news } = at([incident({ id: 'a' })], at([]).news)
    expect(news.items).toHaveLength(1)
    expect(at([incident({ id: 'a', state: 'closed' })], news).news.items).toEqual([])
  })
})

describe('what comes forward', () => {
  const pages = [
    ['lead', 'b', 'c'],
    ['lead', 'd', 'e'],
    ['lead', 'f', 'g'],
  ]
  const order = ['lead', 'b', 'c', 'd', 'e', 'f', 'g']
  const pageOf = (current: number, ...ids: string[]): number | null =>
    pageOfNews(
      ids.map((incidentId) => item({ incidentId })),
      pages,
      order,
      current,
    )

  it('is the page with the most urgent of it, wherever that stands by now', () => {
    expect(pageOf(0)).toBeNull()
    expect(pageOf(0, 'g')).toBe(2)
    expect(pageOf(2, 'g', 'd')).toBe(1)
    expect(pageOfNews([item({ incidentId: 'g' })], [['g'], ['lead']], order, 1)).toBe(0)
  })

  it('of pages with the lead is that with more of it, else the one that stands', () => {
    expect(pageOf(1, 'lead')).toBe(1)
    expect(pageOf(1, 'lead', 'f')).toBe(2)
  })

  it('is rather what is worth a tone than what was left alone', () => {
    const items = [item({ incidentId: 'd', kind: 'untaken' }), item({ incidentId: 'g' })]
    expect(pageOfNews(items, pages, order, 0)).toBe(2)
    expect(pageOfNews(items.slice(0, 1), pages, order, 0)).toBe(1)
    const ended = item({ incidentId: 'b', kind: 'contained' })
    expect(pageOfNews([...items.slice(0, 1), ended], pages, order, 0)).toBe(1)
    expect(pageOfNews([ended], pages, order, 2)).toBe(0)
  })

  it('is held until it was really shown for eight seconds', () => {
    const rows = new Set(['a'])
    const waiting = [item(), item({ incidentId: 'hidden' })]
    const almost = afterShowing(waiting, rows, SEEN_AFTER_MS - 1)
    expect(almost.map(({ incidentId }) => incidentId)).toEqual(['a', 'hidden'])
    expect(afterShowing(almost, rows, 1).map(({ incidentId }) => incidentId)).toEqual(['hidden'])
  })
})

describe('the painting', () => {
  const life = (id: string, openedAt: number): BoardIncident =>
    incident({
      ...{ id, level: null, danger: true },
      steps: [step({ lifeSafety: true, openedAt })],
    })
  const [a, b, c] = [life('a', NOW), life('b', NOW + 1), life('c', NOW + 2)]
  const paint = (
    before: Painting | null,
    incidents: readonly BoardIncident[],
    { rising = [] as string[], gone = [] as BoardIncident[], now = NOW } = {},
  ) => painted(before, incidents, new Set(rising), gone, now)
  const ids = (rows: readonly BoardIncident[]): string => rows.map(({ id }) => id).join(' ')
  const first = paint(null, [a, b, c]).painting

  it('holds equals for ten seconds, and then follows the board', () => {
    const moved = paint(first, [b, c, a])
    expect(ids(moved.rows)).toBe('a b c')
    const still = paint(moved.painting, [b, c, a], { now: NOW + SETTLE_MS - SECOND })
    expect(ids(still.rows)).toBe('a b c')
    expect(ids(paint(still.painting, [b, c, a], { now: NOW + SETTLE_MS }).rows)).toBe('b c a')
  })

  it('lets what is new or worse go up at once, as high as the board has it', () => {
    expect(ids(paint(first, [c, b, a], { rising: ['c'] }).rows)).toBe('c a b')
    expect(ids(paint(first, [a, life('d', NOW), b, c]).rows)).toBe('a d b c')
  })

  it('never holds what matters less above what matters more', () => {
    const plain = incident({ id: 'plain', level: null })
    const before = paint(null, [plain]).painting
    expect(ids(paint(before, [a, plain]).rows)).toBe('a plain')
  })

  it('keeps what was found false in its place as long as it is told of', () => {
    expect(ids(paint(first, [a, c], { gone: [b] }).rows)).toBe('a b c')
    expect(ids(paint(first, [b, c], { gone: [a] }).rows)).toBe('b a c')
    expect(ids(paint(first, [], { gone: [a] }).rows)).toBe('a')
  })
})
