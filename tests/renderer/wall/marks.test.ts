/** The marks of a row: who is hurt, a warning, a start to be confirmed; as many as fit. */
import { describe, expect, it } from 'vitest'
import { fitted, isMarked, marksOf, yielding, type MarkWords } from '#renderer/wall/row-marks.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { incident, NOW, people, plan } from '../board-parts.ts'

const words: MarkWords = {
  people: ({ dead, serious, minor, missing }) => [
    `死${dead} 重${serious} 轻${minor} 失联${missing}`,
    `死${dead} 伤${serious + minor} 失联${missing}`,
  ],
  together: (count, isAtLeast) => `${isAtLeast ? '≥' : ''}${count}人`,
  vulnerable: (count, isAtLeast) =>
    ['老幼病残孕', '老幼'].map((word) => `${word}${isAtLeast ? '≥' : ''}${count}`),
  warning: () => ['橙色预警'],
  provisional: ['先行启动·待确认', '待确认'],
  late: ['超时'],
  known: (person) => (person === null ? ['已知悉'] : [`${person}已知悉`, '已知悉']),
}
const casualties = people({ dead: 1, serious: 2, minor: 7, missing: 3 })
const provisional = [plan({ provisional: true })]
const texts = (part: Partial<BoardIncident>, room = 40, late = false): string[] =>
  marksOf(incident(part), { late }, words, room).map(({ text }) => text)

describe('the marks of a row', () => {
  it('name people first, then what is late behind it, a warning, a start to be confirmed', () => {
    expect(texts({ casualties, warning: 'orange', plans: provisional }, 40, true)).toEqual([
      '死1 重2 轻7 失联3',
      '超时',
      '橙色预警',
      '先行启动·待确认',
    ])
  })

  it('are shortened from the last on, then left out, and people never are', () => {
    const all = { casualties, plans: provisional }
    expect(texts(all, 14)).toEqual(['死1 重2 轻7 失联3', '待确认'])
    expect(texts(all, 12)).toEqual(['死1 伤9 失联3', '待确认'])
    expect(texts(all, 3)).toEqual(['死1 伤9 失联3'])
  })

  it('are all people in one number where even the shorter words do not fit', () => {
    const part = incident({ casualties, atLeastOne: ['trapped'] })
    const marks = marksOf(part, { late: false }, words, 5)
    expect(fitted(marks, part, words, 5)).toEqual([{ kind: 'people', text: '≥14人' }])
    expect(fitted(marks, part, words, 20)).toEqual(marks)
  })

  it('say a start shorter before the name beside them goes, and people never less', () => {
    const marks = (part: Partial<BoardIncident>, room: number) =>
      marksOf(incident(part), { late: false }, words, room)
    const start = { plans: provisional }
    expect(yielding(marks(start, 40), marks(start, 5))).toEqual([
      { kind: 'provisional', text: '待确认' },
    ])
    expect(yielding(marks({ casualties }, 40), marks({ casualties }, 5))).toEqual(
      marks({ casualties }, 40),
    )
    const both = { ...start, casualties }
    expect(yielding(marks(both, 40), marks(both, 5))).toEqual(marks(both, 40)) // one would go
  })

  it('say at least one of whom nobody has counted', () => {
    const counting: MarkWords = {
      ...words,
      people: (counts, atLeast) => [`${counts.serious} ${atLeast.join()}`],
    }
    const part = { casualties: null, atLeastOne: ['serious'] as const }
    expect(marksOf(incident(part), { late: false }, counting, 40)).toEqual([
      { kind: 'people', text: '1 serious' },
    ])
  })

  it('tell who is trapped, also where nobody is hurt', () => {
    const counting: MarkWords = { ...words, people: ({ trapped }) => [`被困${trapped}`] }
    const part = incident({ casualties: people({ trapped: 2 }) })
    expect(marksOf(part, { late: false }, counting, 40)).toEqual([
      { kind: 'people', text: '被困2' },
    ])
  })

  it('tell who needs help first beside those in need, in a shorter word before they go', () => {
    const among = {
      casualties: people({ dead: 1, serious: 2, minor: 7, missing: 3, vulnerable: 4 }),
    }
    expect(texts(among)).toEqual(['死1 重2 轻7 失联3', '老幼病残孕4'])
    expect(texts(among, 13.5)).toEqual(['死1 重2 轻7 失联3', '老幼4'])
    expect(texts({ casualties: people({ vulnerable: 4 }) }, 3)).toEqual(['老幼4'])
    expect(isMarked(incident({ casualties: people({ vulnerable: 4 }) }))).toBe(true)
  })

  it('say that somebody is among them whom nobody has counted, which makes nobody else one', () => {
    const part = { casualties: people({ minor: 2 }), atLeastOne: ['vulnerable'] as const }
    expect(texts(part)).toEqual(['死0 重0 轻2 失联0', '老幼病残孕≥1'])
    expect(texts({ casualties: null, atLeastOne: ['vulnerable'] })).toEqual(['老幼病残孕≥1'])
    const marks = marksOf(incident(part), { late: false }, words, 40)
    expect(fitted(marks, incident(part), words, 2)[0]).toEqual({ kind: 'people', text: '2人' })
  })

  it('say last who knows of what is due, and name nobody where nobody may be named', () => {
    const known = (by: string | null, room = 40): string[] =>
      marksOf(incident({ casualties }), { late: false, known: by }, words, room).map(
        ({ text }) => text,
      )
    expect(known('周敏')).toEqual(['死1 重2 轻7 失联3', '周敏已知悉'])
    expect(known('周敏', 14)).toEqual(['死1 重2 轻7 失联3', '已知悉'])
    expect(known('周敏', 10)).toEqual(['死1 伤9 失联3'])
    expect(known(null)).toEqual(['死1 重2 轻7 失联3', '已知悉'])
  })

  it('are none where nobody needs help and a start was confirmed, declined or superseded', () => {
    const none = people({
      dead: 0,
      minor: 0,
      trapped: 0,
      atRisk: 40,
      evacuated: 600,
      vulnerable: 0,
    })
    const plans = [
      plan({ provisional: true, confirmedAt: NOW }),
      plan({ provisional: true, declined: { at: NOW, by: '周敏', reason: '' } }),
      plan({ provisional: true, supersededBy: 'other' }),
      plan(),
    ]
    expect(texts({ casualties: none, plans })).toEqual([])
  })
})
