/** Who must act stands in every row for far readers: marks give way to it, people in need last. */
import { describe, expect, it, vi } from 'vitest'
import { emsOf } from '#shared/charts/measure.ts'
import { lineBeside } from '#renderer/wall/row-line.ts'
import { fitted, marksOf, widthOf, type MarkWords } from '#renderer/wall/row-marks.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { board, incident, people, plan, step } from '../board-parts.ts'
import { row, show, useWall, wall } from './wall-kit.ts'

useWall()

const words: MarkWords = {
  people: () => ['死1 重2 轻7 失联3', '死1 伤9 失联3'],
  together: (count) => `${count}人`,
  vulnerable: (count) => [`老幼病残孕${count}`, `老幼${count}`],
  warning: () => ['橙色预警'],
  provisional: ['先行启动·待确认', '待确认'],
  late: ['超时'],
  known: () => ['已知悉'],
}
const casualties = people({ dead: 1, serious: 2, minor: 7, missing: 3 })
const owner = { role: emsOf('值班领导'), whole: emsOf('值班领导何建国') + 0.3 }
const lineOf = (
  part: Partial<BoardIncident>,
  line: number,
  { mayPart = false, late = false, needs = owner as typeof owner | null } = {},
) => {
  const each = incident(part)
  const marksIn = (room: number) => fitted(marksOf(each, { late }, words, room), each, words, room)
  const { marks, plateRoom, apart } = lineBeside(marksIn, needs, line, mayPart)
  return { texts: marks.map(({ text }) => text), plateRoom, apart, width: widthOf(marks) }
}

describe('a row for far readers', () => {
  it('has marks and owner on a line where both fit', () => {
    const { texts, plateRoom, apart } = lineOf({ casualties }, 24)
    expect([texts, apart]).toEqual([['死1 重2 轻7 失联3'], false])
    expect(plateRoom).toBeGreaterThanOrEqual(owner.whole)
  })

  it('gives the owner a line of his own where the row has one, and the marks theirs', () => {
    const { texts, plateRoom, apart } = lineOf({ casualties }, 15, { mayPart: true })
    expect([texts, apart]).toEqual([['死1 重2 轻7 失联3'], true])
    expect(plateRoom).toBeGreaterThanOrEqual(owner.whole)
  })

  it('tells people in fewer words, and then in one number, before the role goes', () => {
    const shorter = lineOf({ casualties }, 16.5)
    expect(shorter.texts).toEqual(['死1 伤9 失联3'])
    expect(shorter.plateRoom).toBeGreaterThanOrEqual(owner.whole)
    const role = lineOf({ casualties }, 10)
    expect(role.texts).toEqual(['13人'])
    expect(role.plateRoom).toBeGreaterThanOrEqual(owner.role)
  })

  it('leaves out every mark that is not of people before the name', () => {
    const part = { warning: 'orange', plans: [plan({ provisional: true })] } as const
    expect(lineOf(part, 13, { late: true }).texts).toEqual(['超时'])
    expect(lineOf(part, 9, { late: true }).texts).toEqual([])
    expect(lineOf(part, 9, { late: true }).plateRoom).toBeGreaterThanOrEqual(owner.whole)
  })

  it.each([6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24])(
    'of %i em never goes over its edge, and always says who',
    (line) => {
      const all = { casualties, warning: 'red', plans: [plan({ provisional: true })] } as const
      for (const part of [{}, { casualties }, all, { warning: 'red' } as const])
        for (const mayPart of [false, true])
          for (const late of [false, true]) {
            const { width, plateRoom, apart } = lineOf(part, line, { mayPart, late })
            if (line < 10 && 'casualties' in part && !apart) continue // people fill it
            expect(plateRoom).toBeGreaterThan(2)
            if (!apart) expect(width + plateRoom).toBeLessThanOrEqual(line)
          }
    },
  )

  it('has its marks alone where nobody must act', () => {
    expect(lineOf({ casualties }, 15, { needs: null })).toMatchObject({
      texts: ['死1 重2 轻7 失联3'],
      plateRoom: 0,
    })
  })
})

it('on a low panel who must act stands in the cell of a row that has marks, and below its place in others', async () => {
  vi.stubGlobal('innerWidth', 3840)
  const steps = [step({ id: 'call', lifeSafety: true })]
  const of = (id: string, part: Partial<BoardIncident>) => incident({ id, steps, ...part })
  await show(board({ incidents: [of('hurt', { casualties })] }), '?d=10&w=2420')
  expect(row('hurt').get('.main').text()).toContain('死1')
  expect(row('hurt').get('.limit .plate').text()).toBe('信息中心王磊')
  wall.unmount()
  await show(board({ incidents: [of('plain', {})] }), '?d=10&w=2420')
  expect(row('plain').get('.main .plate').text()).toBe('信息中心王磊')
})
