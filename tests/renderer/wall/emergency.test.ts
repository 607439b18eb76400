/** Tests the top of a wall on an emergency record: whom to call, what was left, what to do. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import type { Board, BoardLeftIncident } from '#shared/domain/board/types.ts'
import { board, incident, MINUTE, NOW, step } from '../board-parts.ts'
import { show, useWall, wall } from './wall-kit.ts'

useWall()

const open = (stepId: string, title: string, lifeSafety = false) => ({
  ...{ stepId, title: localized(title, title), lifeSafety },
  role: localized('值班员', 'Duty officer'),
})
const left = (part: Partial<BoardLeftIncident> = {}): BoardLeftIncident => ({
  ...{ incidentId: 'kitchen', discreet: false, place: '三楼厨房', type: null },
  ...{ kind: localized('火灾', 'Fire'), state: 'responding', level: 2, drill: false },
  ...{ receivedAt: NOW - 9 * MINUTE, occurredAt: null, plans: [], done: 3, missing: 0 },
  open: [open('call', '拨打119'), open('out', '疏散顾客', true)],
  ...part,
})
const emergencyOn = (part: Partial<Board> = {}): Board =>
  board({
    emergency: {
      ...{ since: NOW, head: { position: 9, hash: 'a' } },
      why: localized('记录损坏', 'The record is damaged'),
      contact: { role: localized('值班领导', 'Duty leader'), people: ['周敏'], phones: [] },
      incidents: [left()],
    },
    ...part,
  })
const text = (part: string): string => wall.get(`.emergency ${part}`).text()

describe('a wall on an emergency record', () => {
  it('names the post and who holds it, in a public hall the post alone', async () => {
    await show(emergencyOn())
    expect(text('.call')).toBe('请联系值班领导 周敏')
    wall.unmount()
    await show(emergencyOn(), '?privacy=1')
    expect(text('.call')).toBe('请联系值班领导')
    expect(wall.find('.emergency .work').exists()).toBe(false)
  })

  it('says the administrator where no roster names anybody', async () => {
    const { emergency } = emergencyOn()
    await show(emergencyOn({ emergency: emergency && { ...emergency, contact: null } }))
    expect(text('.call')).toBe('请联系系统管理员')
  })

  it('says what was left undone, what life hangs on first, and what to do', async () => {
    await show(emergencyOn())
    expect(text('.work')).toBe('已完成3项，未完成2项：疏散顾客、拨打119')
    expect(text('.do')).toBe('请在控制台逐起接管，接管后时限才开始走')
  })

  it('names no step by half', async () => {
    const long = '通知供水供电供气单位派人到现场配合处置并确认到达时间'
    const { emergency } = emergencyOn()
    const incidents = [left({ open: [open('a', '疏散顾客'), open('b', long), open('c', long)] })]
    await show(emergencyOn({ emergency: emergency && { ...emergency, incidents } }))
    expect(text('.work')).toBe(`已完成3项，未完成3项：疏散顾客、${long}`)
  })

  it('keeps to one line each where incidents run beside it', async () => {
    await show(emergencyOn({ incidents: [incident({ id: 'runs', steps: [step()] })] }))
    expect(text('.left')).toContain('三楼厨房')
    expect(wall.find('.emergency .work').exists()).toBe(false)
    expect(wall.find('.emergency .do').exists()).toBe(false)
  })
})

it('a wall whose room was left says since when, whom to call, and who goes on from where', async () => {
  const room = { leftAt: NOW, by: '周敏', contact: '周敏 8001', taken: null }
  await show(board({ room, incidents: [incident({ id: 'fire', place: '大厅二楼' })] }))
  expect(wall.get('.room').text()).toContain('值班室已撤离')
  expect(wall.get('.room .call').text()).toBe('联系周敏 8001')
  expect(wall.text()).toContain('大厅二楼')
  wall.unmount()
  const taken = { at: NOW, by: '周敏', place: '二号楼大厅' }
  await show(board({ room: { ...room, taken } }))
  expect(wall.get('.room').text()).toContain('二号楼大厅接手')
})

it('in a public hall a wall whose room was left names nobody', async () => {
  const room = { leftAt: NOW, by: '周敏', contact: '周敏 8001', taken: null }
  await show(board({ room }), '?privacy=1')
  expect(wall.get('.room').text()).toContain('值班室已撤离')
  expect(wall.get('.room').text()).not.toContain('周敏')
})
