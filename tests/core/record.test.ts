/**
 * The record of an incident as a paper: typed, whole, and without personal values unless somebody
 * asks for them.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step, MINUTE } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const ownWords = localized('拨打电话', '拨打电话')
const within = (minutes: number) => ({ within: minutes * MINUTE, from: 'activated' as const })
const response = plan('response', [
  step('call', { due: within(5) }),
  step('arrive', { due: within(60), evidence: { what: localized('录像', 'Video'), keepDays: 30 } }),
  step('tell'),
])
const PERSONAL = ['王女士家着火了', '赵先生', '孙队长', '我们到了', '钱保管', '补一句话']

let kit: Kit
afterEach(() => kit.stop())

async function lived(): Promise<string> {
  kit = await openStation({ plans: [response], on: 'sqlite' })
  const incidentId = await kit.run(['response'], {
    narrative: PERSONAL[0]!,
    reporter: PERSONAL[1]!,
    place: '东区',
    channel: '电话',
  })
  await kit.clock.advance('7 min')
  const { alerts } = await kit.incident(incidentId)
  await kit.ask('alert/acknowledge', { alertId: alerts[0]!.id })
  await kit.ask('incident/step', {
    incidentId,
    stepId: 'call',
    outcome: 'done',
    onBehalfOf: { person: PERSONAL[2]!, channel: '对讲机', words: PERSONAL[3]! },
  })
  await kit.ask('incident/step', {
    incidentId,
    stepId: 'arrive',
    outcome: 'skipped',
    reason: `${PERSONAL[2]}说不用去`,
  })
  await kit.ask('incident/evidence-add', {
    incidentId,
    stepId: 'arrive',
    what: '监控录像',
    kind: 'video',
    place: '监控室',
    keeper: PERSONAL[4]!,
  })
  await kit.ask('incident/note', { incidentId, words: PERSONAL[5]! })
  await kit.ask('incident/assess', {
    incidentId,
    casualties: { minor: 2, trapped: 0, evacuated: 40 },
    loss: 1200.5,
    severity: 'ordinary',
  })
  return incidentId
}

const documentOf = async (incidentId: string, personal = false): Promise<ReportDocument> =>
  incidentDocument(await kit.ask('history/read', { incidentId }), {
    at: kit.clock.wall(),
    zone: 'Asia/Shanghai',
    site: localized('测试站', 'Test site'),
    personal,
  })
const table = ({ sections }: ReportDocument, id: string) =>
  sections.flatMap(({ tables }) => tables).find((table) => table.id === id)!
const row = (document: ReportDocument, id: string, first: unknown) => {
  const section = table(document, id)
  const cells = section.rows.find(([cell]) => JSON.stringify(cell?.value) === JSON.stringify(first))
  return Object.fromEntries(section.columns.map((column, n) => [column.id, cells?.[n]?.value]))
}

it('has no personal value by default, also where somebody repeated a name, and says so', async () => {
  const incidentId = await lived()
  const document = await documentOf(incidentId)
  for (const personal of PERSONAL)
    expect(JSON.stringify(document), personal).not.toContain(personal)
  expect(JSON.stringify(document)).toContain('〔略〕说不用去')
  expect(document.lines.map(({ zh }) => zh).join()).toContain('不含个人信息')
})

it('has them all where somebody asks for them, and says so', async () => {
  const document = await documentOf(await lived(), true)
  for (const personal of PERSONAL) expect(JSON.stringify(document), personal).toContain(personal)
  expect(document.lines.map(({ zh }) => zh).join()).toMatch(/^测试站,.*,含个人信息/)
})

it('every column holds what its kind promises', async () => {
  const document = await documentOf(await lived(), true)
  const tables = document.sections.flatMap((section) => section.tables)
  expect(tables.length).toBeGreaterThan(8)
  for (const { id, columns, rows } of tables)
    for (const cells of rows) {
      expect(cells, id).toHaveLength(columns.length)
      cells.forEach(({ value }, n) => {
        if (value !== null)
          expect(typeof value === 'number', `${id} ${columns[n]!.id}`).toBe(
            columns[n]!.kind !== 'text',
          )
      })
    }
  expect(document.name).toMatch(/^incident-20261124-1200-[\w-]{8}$/)
})

it('steps stand with limit, end, lateness and reason; alerts with who acknowledged them and how long it took; what was judged in numbers', async () => {
  const incidentId = await lived()
  const document = await documentOf(incidentId)
  const noon = Date.parse('2026-11-24T12:00:00+08:00')
  expect(row(document, 'steps-response', localized('步骤call', 'Step call'))).toMatchObject({
    state: localized('已完成', 'Done'),
    due: noon + 5 * MINUTE,
    done: noon + 7 * MINUTE,
    late: 2 * MINUTE,
    doer: localized('〔略〕（周敏记录）', '[withheld] (recorded by 周敏)'),
    reason: localized('未说明原因', 'no reason given'),
  })
  expect(row(document, 'steps-response', localized('步骤arrive', 'Step arrive'))).toMatchObject({
    state: localized('已跳过', 'Skipped'),
    late: null,
    doer: '周敏',
  })
  expect(table(document, 'alerts').rows).toHaveLength(1)
  expect(
    Object.values(row(document, 'alerts', table(document, 'alerts').rows[0]![0]!.value)),
  ).toEqual(expect.arrayContaining([noon + 5 * MINUTE, noon + 7 * MINUTE, 2 * MINUTE, '周敏']))
  expect(table(document, 'judged').columns.map(({ id }) => id)).toEqual([
    'severity',
    'minor',
    'trapped',
    'evacuated',
    'loss',
  ])
  expect(table(document, 'judged').rows[0]!.map(({ value }) => value)).toEqual([
    localized('一般', 'Ordinary'),
    2,
    0,
    40,
    1200.5,
  ])
  await kit.ask('incident/explain', { incidentId, stepId: 'call', reason: '占线' })
  expect(
    row(await documentOf(incidentId), 'steps-response', localized('步骤call', 'Step call')).reason,
  ).toEqual(localized('占线', '占线'))
})

it('who did a step is named before who recorded it', async () => {
  const document = await documentOf(await lived(), true)
  expect(row(document, 'steps-response', localized('步骤call', 'Step call')).doer).toEqual(
    localized('孙队长（周敏记录）', '孙队长 (recorded by 周敏)'),
  )
})

describe('a plan that was written in Chinese only, with a step that no source asks for', () => {
  const written = plan('written', [
    step('call', { title: ownWords, proposed: true, due: within(5) }),
    step('arrive', { after: ['call'], due: { within: 5 * MINUTE, from: { step: 'call' } } }),
  ])
  const says = (document: ReportDocument, id: string, column: string): readonly unknown[] => {
    const { columns, rows } = table(document, id)
    const n = columns.findIndex((known) => known.id === column)
    return rows.map((cells) => cells[n]?.value)
  }

  it('says both of it in the timeline, the alerts and the steps of its record', async () => {
    kit = await openStation({ plans: [written] })
    const incidentId = await kit.run(['written'], { place: '东区' })
    await kit.clock.advance('7 min')
    await kit.ask('incident/step', { incidentId, stepId: 'call', outcome: 'done' })
    const document = await documentOf(incidentId)

    expect(says(document, 'timeline', 'says')).toContainEqual(
      localized('已完成：拨打电话（建议）', 'Done: 拨打电话 (中文) (proposed)'),
    )
    expect(says(document, 'timeline', 'says')).toContainEqual(
      localized('接报：东区', 'Reported: 东区'),
    )
    const late = localized('拨打电话：已超时（建议）', '拨打电话: late (中文) (proposed)')
    const missing = localized(
      '拨打电话：尚未记录，后续步骤无法计时（建议）',
      '拨打电话: not recorded, so the limits after it cannot start (中文) (proposed)',
    )
    expect(says(document, 'alerts', 'cause')).toEqual([late, missing])
    expect(says(document, 'timeline', 'says')).toContainEqual(missing)
    expect(says(document, 'steps-written', 'step')[0]).toEqual(
      localized('拨打电话', '拨打电话 (中文)'),
    )
    expect(says(document, 'steps-written', 'basis')).toEqual([
      localized('建议', 'proposed'),
      localized('第一章 · S00-01', 'Chapter 1 · S00-01'),
    ])
  })
})

it('a reason can still be given when the incident is long archived', async () => {
  const incidentId = await lived()
  await kit.ask('incident/step', {
    incidentId,
    stepId: 'tell',
    outcome: 'skipped',
    reason: '无人可通知',
  })
  await kit.ask('incident/explain', { incidentId, stepId: 'call', reason: '占线' })
  await kit.ask('incident/move', { incidentId, to: 'closed' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  await kit.clock.advance('5 min')
  await kit.ask('incident/explain', { incidentId, stepId: 'call', reason: '查明：线路检修' })
  expect(
    row(await documentOf(incidentId), 'steps-response', localized('步骤call', 'Step call')).reason,
  ).toEqual(localized('查明：线路检修', '查明：线路检修'))
})

it('words that were purged are marked, and a drill bears its mark', async () => {
  const incidentId = await lived()
  const db = new DatabaseSync(kit.file)
  db.exec('DELETE FROM personal')
  db.close()
  const again = await kit.restart()
  kit = again
  const words = table(await documentOf(incidentId, true), 'timeline').rows.map(
    (cells) => cells[2]?.value,
  )
  expect(words.filter((value) => JSON.stringify(value)?.includes('已按规定清除'))).toHaveLength(2)
  const drill = await kit.run([], { drill: true, narrative: '演练' })
  expect((await documentOf(drill)).mark).toEqual(localized('演练', 'EXERCISE'))
})
