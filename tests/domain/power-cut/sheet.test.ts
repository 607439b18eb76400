/**
 * The power-cut sheet: what runs in the order of urgency, with whom to ring, and never more than an
 * A4 holds; what has no room is counted.
 */
import { describe, expect, it } from 'vitest'
import { intakeDocument } from '#shared/domain/document/intake-document.ts'
import { powerCutDocument } from '#shared/domain/document/power-cut-document.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import {
  drawPowerCut,
  sharesOf,
  SHEET_INCIDENTS,
  SHEET_STEPS,
} from '#shared/domain/power-cut/draw.ts'
import { localized } from '#shared/domain/text.ts'
import { board, incident, MINUTE, NOW, step, ZONE } from '../../renderer/board-parts.ts'

const POSTS = {
  it: [
    { person: '王磊', phone: '8011' },
    { person: '何平', phone: '8012' },
  ],
  'duty-leader': [{ person: '周敏', phone: '8001' }],
  'outside-power': [{ person: '供电单位', phone: '95598' }],
}

const rowsOf = (document: ReportDocument, table: string): readonly (readonly unknown[])[] =>
  document.sections
    .flatMap(({ tables }) => tables)
    .filter(({ id }) => id === table)
    .flatMap(({ rows }) => rows.map((row) => row.map(({ value }) => value)))

describe('what stands on it', () => {
  it('is every running incident with its open steps, life safety first, and none that is over', () => {
    const running = incident({
      steps: [
        step({ id: 'restore', dueAt: NOW + 5 * MINUTE }),
        step({ id: 'evacuate', lifeSafety: true, short: localized('疏散', 'Evacuate') }),
        step({ id: 'over', state: 'done' }),
        step({ id: 'never', prohibits: true }),
      ],
    })
    const sheet = drawPowerCut(
      board({ incidents: [running, incident({ state: 'closed' })] }),
      POSTS,
    )
    expect(sheet.incidents).toHaveLength(1)
    expect(sheet.incidents[0]?.steps.map(({ stepId }) => stepId)).toEqual(['evacuate', 'restore'])
    expect([sheet.more, sheet.incidents[0]?.more]).toEqual([0, 0])
  })

  it('says who commands as the head of the incident does, also where nobody was named', () => {
    const role = localized('值班领导', 'Duty leader')
    const command = { role, people: ['云大甲'], named: false, since: NOW }
    const sheet = drawPowerCut(
      board({ incidents: [incident({ commander: null, command })] }),
      POSTS,
    )
    const document = JSON.stringify(powerCutDocument(sheet, ZONE))
    expect(document).toContain('，总指挥云大甲（值班领导）')
    expect(document).toContain('; commander: 云大甲 (Duty leader)')
  })

  it('says who has left the room, how they are reached, and who goes on from where', () => {
    const room = {
      ...{ leftAt: NOW, by: '周敏', contact: '周敏 13800000000' },
      taken: { at: NOW + MINUTE, by: '云大甲', place: '二号楼监控室' },
    }
    const { lines } = powerCutDocument(drawPowerCut(board({ room }), POSTS), ZONE)
    expect(lines.map(({ zh }) => zh)).toContain(
      '值班室14:32已撤离，联系周敏 13800000000；云大甲在二号楼监控室接手',
    )
  })

  it('names what a damaged record left and nobody has taken over: no clock of it runs', () => {
    const opened = (title: string, lifeSafety: boolean) => ({
      ...{
        stepId: title,
        title: localized(title, title),
        role: localized('岗', 'Post'),
        lifeSafety,
      },
    })
    const waiting = {
      ...{ incidentId: 'x', number: '2026-017', place: '三楼厨房', type: null, plans: [], done: 1 },
      ...{
        kind: localized('火灾', 'Fire'),
        state: 'responding' as const,
        level: null,
        drill: false,
      },
      ...{ receivedAt: NOW, occurredAt: null, discreet: false, missing: 0 },
      open: [
        opened('报告', false),
        opened('疏散', true),
        opened('清点', false),
        opened('断电', false),
      ],
    } as const
    const emergency = { since: NOW, head: null, why: localized('坏', 'x'), contact: null }
    const sheet = drawPowerCut(
      board({ incidents: [], emergency: { ...emergency, incidents: [waiting] } }),
      POSTS,
    )
    const lines = powerCutDocument(sheet, ZONE).lines.map(({ zh }) => zh)
    expect(lines).toContain(
      '未接管（时限未运行）：2026-017 三楼厨房 火灾，接报2026-11-24 14:32，未办：疏散、报告、清点等4项',
    )
    expect(lines).not.toContain('没有进行中的事件')
    const many = Array.from({ length: 10 }, () => ({ ...waiting, place: '很长的地点'.repeat(40) }))
    const crowded = drawPowerCut(
      board({ incidents: [], emergency: { ...emergency, incidents: many } }),
      POSTS,
    )
    const named = powerCutDocument(crowded, ZONE).lines.map(({ zh }) => zh)
    expect(named.filter((line) => line.startsWith('未接管'))).toHaveLength(4)
    expect(named).toContain('另有6起未接管，未印')
    expect(Math.max(...named.map((line) => line.length))).toBeLessThan(120)
  })

  it('warns of what is in force, red first as the board has them, and counts the rest', () => {
    const warning = (kind: string, until: number | null) => ({
      ...{ id: kind, kind, warning: 'orange' as const, startsAt: NOW, until, area: '全市' },
      ...{ content: '注意', measures: '转移低洼处人员', publisher: '气象台', publishedAt: NOW },
      ...{ enteredAt: NOW, by: '周敏', raisedAt: NOW, changes: [], told: [] },
      ...{ incidentIds: [], lifted: null },
    })
    const warnings = [
      warning('暴雨', NOW + 60 * MINUTE),
      warning('过去的', NOW),
      warning('大风', null),
      warning('雷电', null),
    ]
    const lines = powerCutDocument(drawPowerCut(board({ warnings }), POSTS), ZONE).lines
    expect(lines.map(({ zh }) => zh)).toEqual(
      expect.arrayContaining([
        '橙色预警 暴雨（全市），至15:32：转移低洼处人员',
        '橙色预警 大风（全市）：转移低洼处人员',
        '另有1条预警未印',
      ]),
    )
  })

  it('is for each step a box, a blank for the time, who, whom to ring, and the limit', () => {
    const steps = [
      step({ people: ['王磊'], dueAt: NOW + 5 * MINUTE }),
      step({
        ...{ lifeSafety: true, state: 'accepted', people: [] },
        short: localized('拨打119', 'Call 119'),
        calls: [{ number: null, who: localized('消防部门', 'Fire brigade') }],
      }),
      step({ dueAt: NOW - MINUTE, late: true, roleId: 'nobody', people: [] }),
    ]
    const sheet = drawPowerCut(board({ incidents: [incident({ steps })] }), POSTS)
    expect(rowsOf(powerCutDocument(sheet, ZONE), 'todo-1')).toEqual([
      [
        '□',
        '__:__',
        localized('【保命】拨打119', '[LIFE] Call 119'),
        localized('信息中心（已接）', 'IT centre (taken)'),
        '119',
        null,
      ],
      [
        ...['□', '__:__', localized('恢复电话接入', 'Restore calls')],
        localized('信息中心', 'IT centre'),
        '',
        localized('14:31已超', '14:31 late'),
      ],
      [
        ...['□', '__:__', localized('恢复电话接入', 'Restore calls')],
        localized('信息中心 王磊', 'IT centre: 王磊'),
        '8011',
        localized('14:37', '14:37'),
      ],
    ])
  })

  it('is a task in its own words, cut where they are long: nobody can look it up on paper', () => {
    const task = (text: string) =>
      step({
        title: localized(`临时任务1：${text}`, `Task 1: ${text}`),
        short: localized('临时任务1', 'Task 1'),
        task: { number: 1, text, named: [] },
      })
    const titles = (text: string) =>
      drawPowerCut(board({ incidents: [incident({ steps: [task(text)] })] }), POSTS).incidents.map(
        ({ steps }) => steps[0]?.title.zh,
      )
    expect(titles('到西门接消防车')).toEqual(['临时任务1：到西门接消防车'])
    expect(titles('接'.repeat(200))).toEqual([`临时任务1：${'接'.repeat(42)}…`])
  })

  it('is 119, 110 and 120 in any case, the site’s numbers outside, and those on duty', () => {
    const duty = [
      { roleId: 'duty-leader', role: localized('值班领导', 'Duty leader'), people: ['周敏'] },
      { roleId: 'guard', role: localized('保安', 'Guard'), people: ['没有号码'] },
    ]
    const sheet = drawPowerCut(board({ duty }), POSTS)
    expect(sheet.units.map(({ number }) => number)).toEqual(['119', '110', '120', '95598'])
    expect(sheet.units.at(-1)?.person).toBeNull() // filed under its own name
    expect(sheet.duty).toEqual([
      { who: localized('值班领导', 'Duty leader'), person: '周敏', number: '8001' },
    ])
  })

  it('says where nothing runs, and marks a drill', () => {
    const calm = powerCutDocument(drawPowerCut(board({ incidents: [] }), {}), ZONE)
    expect(calm.lines.at(-1)).toEqual(localized('没有进行中的事件', 'No incident runs'))
    const drill = drawPowerCut(
      board({ incidents: [incident({ drill: true, number: '演2026-003' })] }),
      {},
    )
    const title = powerCutDocument(drill, ZONE).sections[0]?.title
    expect(title?.zh).toMatch(/^【演练】演2026-003 /)
    expect(title?.en).toMatch(/^\[EXERCISE\]/)
  })
})

describe('what has no room', () => {
  it('is shared by turns: no incident takes the lines of all others', () => {
    expect(sharesOf([30, 2, 1], 10)).toEqual([7, 2, 1])
    expect(sharesOf([1, 1], 10)).toEqual([1, 1])
    expect(sharesOf([5, 5], 3)).toEqual([2, 1])
    expect(sharesOf([], 3)).toEqual([])
  })

  it('is counted: steps under their incident, incidents on top', () => {
    const busy = Array.from({ length: 9 }, () =>
      incident({ steps: Array.from({ length: 8 }, () => step()) }),
    )
    const sheet = drawPowerCut(board({ incidents: busy }), POSTS)
    expect(sheet.incidents).toHaveLength(SHEET_INCIDENTS)
    expect(sheet.incidents.flatMap(({ steps }) => steps)).toHaveLength(SHEET_STEPS)
    expect(sheet.more).toBe(9 - SHEET_INCIDENTS)
    const left = sheet.incidents.reduce((sum, { more }) => sum + more, 0)
    expect(left).toBe(SHEET_INCIDENTS * 8 - SHEET_STEPS)
    expect(powerCutDocument(sheet, ZONE).lines.at(-1)).toEqual(
      localized('另有5起事件未印', '5 more incidents are not printed'),
    )
  })
})

it('a blank intake sheet asks by telephone what a report needs', () => {
  const sheet = intakeDocument(localized('江畔', 'Riverside'), '2026-11-24', ZONE)
  const fields = rowsOf(sheet, 'intake-1').map(([field]) => (field as { zh: string }).zh)
  expect(fields.join()).toMatch(/地点.*什么事.*受伤、被困.*措施.*119.*回拨电话/)
  expect(sheet.tight).toBe(true)
})
