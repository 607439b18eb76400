/** The lines that tell what has changed: the most urgent first, none overwritten, not too many. */
import { describe, expect, it } from 'vitest'
import { LINE_MS, linesAfter, NO_LINES, type ChangeLines } from '#renderer/wall/change-lines.ts'
import { changeRoom, changeText } from '#renderer/wall/change-words.ts'
import { layoutOf } from '#renderer/wall/layout.ts'
import type { NewsItem } from '#renderer/wall/news.ts'
import { emsOf } from '#shared/charts/measure.ts'
import { incident } from '../board-parts.ts'

const item = (incidentId: string, kind: NewsItem['kind'], drill = false): NewsItem => ({
  ...{ incidentId, kind, drill, discreet: false, shownMs: 0, gone: null },
})
const IDS = [...'abcdefghij']
const incidents = (drills = '') =>
  new Map(IDS.map((id) => [id, incident({ id, drill: drills.includes(id) })]))
const after = (before: ChangeLines, now: number, ...fresh: NewsItem[]): ChangeLines =>
  linesAfter(
    before,
    fresh,
    incidents(fresh.flatMap(({ incidentId, drill }) => (drill ? [incidentId] : [])).join('')),
    IDS,
    now,
  )
const named = (lines: ChangeLines): string[] =>
  [...(lines.shown ? [lines.shown] : []), ...lines.waiting].map((line) => {
    if (line.of === 'warning') return `warning ${line.warning.id}`
    return line.of === 'incident' ? `${line.kind} ${line.incident.id}` : JSON.stringify(line.counts)
  })

describe('a line', () => {
  it('comes at once, stays for twelve seconds and goes', () => {
    const shown = after(NO_LINES, 0, item('a', 'new'))
    expect(named(shown)).toEqual(['new a'])
    expect(after(shown, LINE_MS - 1)).toBe(shown)
    const gone = after(shown, LINE_MS)
    expect(named(gone)).toEqual([])
    expect(after(gone, LINE_MS + 1)).toBe(gone)
  })

  it('is never taken away by another: those wait, by what is graver, then by urgency', () => {
    const first = after(NO_LINES, 0, item('j', 'contained'))
    const all = after(
      first,
      1,
      item('c', 'switched'),
      item('b', 'casualties'),
      item('a', 'new', true),
    )
    expect(named(all)).toEqual(['contained j', 'casualties b', 'switched c', 'new a'])
    expect(named(after(all, LINE_MS))).toEqual(['casualties b', 'switched c', 'new a'])
  })

  it('tells each change of an incident, and the same one once', () => {
    const first = after(NO_LINES, 0, item('z', 'new'), item('a', 'new'))
    const more = after(first, 1, item('b', 'casualties'), item('b', 'raised'))
    expect(named(after(more, 2, item('b', 'casualties')))).toEqual([
      'new a',
      'raised b',
      'casualties b',
    ])
  })

  it('leaves a step that nobody takes to its alert', () => {
    expect(after(NO_LINES, 0, item('a', 'untaken'))).toBe(NO_LINES)
  })
})

describe('when many come', () => {
  const ten = after(NO_LINES, 0, ...IDS.map((id) => item(id, 'new')))

  it('the gravest have lines of their own, and the others are told in a sum', () => {
    expect(named(ten)).toEqual(['new a', 'new b', 'new c', '{"new":7}'])
  })

  it('the last is told within a minute, however many come', () => {
    let lines = after(ten, 1, ...IDS.map((id) => item(id, 'contained')))
    expect(named(lines)).toEqual([
      'new a',
      'new b',
      'new c',
      'contained a',
      '{"new":7,"contained":9}',
    ])
    let turns = 0
    for (; lines.shown; turns++) lines = after(lines, (turns + 1) * LINE_MS)
    expect(turns * LINE_MS).toBeLessThanOrEqual(60_000)
  })

  it('a grave one goes before those that wait, and one too many is no sum', () => {
    const waiting = after(
      after(NO_LINES, 0, item('a', 'new')),
      1,
      ...['b', 'c', 'd'].map((id) => item(id, 'contained')),
    )
    expect(named(after(waiting, 2, item('j', 'raised')))).toEqual([
      'new a',
      'raised j',
      'contained b',
      'contained c',
      'contained d',
    ])
  })
})

describe('the words of a line', () => {
  const params = { unit: null, distance: null, panel: null, unread: [] }
  const words = { word: '升至一级', place: '二号营业厅', kind: '火灾', detail: '死1 伤9' }
  const roomOf = (width: number, height: number): number =>
    changeRoom(layoutOf(width, height, 'zh', params))

  it('are large where they fit, else in the size of the text, else on two lines', () => {
    expect(changeText(words, roomOf(1920, 1080))).toMatchObject({ size: 'head', two: false })
    const longer = { ...words, kind: '电梯困人', detail: '死1 重2 轻3 失联1' }
    expect(changeText(longer, roomOf(1920, 1080))).toMatchObject({ size: 'body', two: false })
    expect(changeText(words, roomOf(1080, 1920))).toMatchObject({ size: 'floor', two: true })
  })

  it('keep the end of a place that even two lines do not hold', () => {
    const place = '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号'
    const { place: shown, kind } = changeText({ ...words, place }, roomOf(1080, 1920))
    expect(shown).toMatch(/^滨江.*….*三号$/)
    expect((emsOf(shown) + emsOf(kind)) * 45).toBeLessThan(roomOf(1080, 1920))
  })
})
