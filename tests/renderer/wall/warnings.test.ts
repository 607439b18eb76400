/** Warnings from outside on the wall: in force on the calm page, raised in a line, in no hall. */
import { expect, it } from 'vitest'
import type { BoardWarning } from '#shared/domain/board/warnings.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { linesAfter, NO_LINES } from '#renderer/wall/change-lines.ts'
import { standingWarnings, warningNews } from '#renderer/wall/warnings.ts'
import { board, incident, NOW } from '../board-parts.ts'
import { calmRead } from './read-samples.ts'
import { answers, live, show, useWall, wall } from './wall-kit.ts'

useWall()

const warning = (part: Partial<BoardWarning> = {}): BoardWarning => ({
  ...{ id: 'w1', kind: '暴雨', warning: 'yellow', startsAt: NOW, until: NOW + HOUR_MS },
  ...{ area: '全区', content: '大雨', measures: '检查挡板', publisher: '区气象台' },
  ...{ publishedAt: NOW, enteredAt: NOW, by: '周敏', raisedAt: NOW, changes: [], told: [] },
  ...{ incidentIds: [], lifted: null },
  ...part,
})
const RED = warning({ id: 'w2', kind: '大风', warning: 'red', until: null })
const dates = (): string[] => wall.findAll('.dates li').map((line) => line.text())

it('stand on the calm page red first, each with its colour and its end', async () => {
  answers['wall/calm'] = calmRead()
  await show(board({ warnings: [RED, warning()] }))
  await live(4)
  expect(dates().slice(0, 2)).toEqual([
    expect.stringMatching(/生效中.*红色预警.*大风 全区/),
    expect.stringMatching(/生效中.*黄色预警.*暴雨 全区.*至15:32/),
  ])
})

it('stand in no hall', async () => {
  answers['wall/calm'] = calmRead()
  await show(board({ warnings: [RED] }), '?privacy=1')
  await live(4)
  expect(wall.text()).not.toContain('大风')
})

it('are said by the incident whose pre-alert they are, and gone when their time is over', () => {
  const prealert = incident({ id: 'i1', state: 'prealert', warning: 'yellow', place: '车库' })
  const taken = warning({ incidentIds: ['i1'] })
  const idsAt = (now: number) =>
    standingWarnings([prealert], [RED, taken, warning({ id: 'w3' })], now).map(({ id }) => id)
  expect(idsAt(NOW)).toEqual(['w2', 'i1', 'w3'])
  expect(idsAt(NOW + HOUR_MS)).toEqual(['w2', 'i1'])
})

it('are news when they come and when their colour rises, not when a wall is opened', () => {
  const first = warningNews(null, [warning()], NOW)
  expect(first.fresh).toEqual([])
  const same = warningNews(first.seen, [warning({ warning: 'blue' })], NOW)
  expect(same.fresh).toEqual([])
  const raised = warning({ warning: 'orange', raisedAt: NOW + 1 })
  expect(warningNews(same.seen, [raised, RED], NOW).fresh.map(({ id }) => id)).toEqual(['w1', 'w2'])
})

it('are told in a line behind what happens here, the highest first', () => {
  const at = { of: 'incident', kind: 'new', incident: incident({ id: 'i1' }) } as const
  const news = { incidentId: 'i1', kind: 'new', drill: false, discreet: false } as const
  const fresh = [{ ...news, shownMs: 0, gone: null }]
  const incidents = new Map([['i1', at.incident]])
  const lines = linesAfter(NO_LINES, fresh, incidents, ['i1'], 0, [warning(), RED])
  expect(lines.shown).toEqual(at)
  expect(lines.waiting).toEqual([
    { of: 'warning', warning: RED },
    { of: 'warning', warning: warning() },
  ])
})
