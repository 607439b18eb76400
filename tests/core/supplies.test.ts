/**
 * Supplies through the station: entered, issued from a step of an incident, back after a restart; a
 * drill is not real; a table of an office; a stock-taking that another books; who takes something
 * is sealed.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { suppliesOfPeriod } from '#shared/domain/supplies/figures.ts'
import type { Supply } from '#shared/domain/supplies/supply.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const enter = (part: Partial<Input<'supply/enter'>> = {}) =>
  kit.ask('supply/enter', {
    name: '干粉灭火器',
    class: 'fire',
    unit: '具',
    place: { words: '一楼大厅' },
    batches: [{ count: 5 }],
    ...part,
  })
const list = async () => (await kit.ask('supply/list', {})).supplies
const report = async (drill = false): Promise<string> =>
  (await kit.ask('incident/report', { narrative: '冒烟', place: '车库', drill })).incidentId

describe('a supply', () => {
  it('is issued for an incident, comes back, and is the same after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    const { supplyId, number } = await enter({ minimum: 4, keeper: { person: '李工' } })
    expect(number).toBe('物0001')
    const incidentId = await report()
    expect(await codeOf('supply/issue', { supplyId, count: 6, to: '王强', incidentId })).toBe(
      'supply-short',
    )
    expect(
      await codeOf('supply/issue', { supplyId, count: 1, to: '王强', incidentId, stepId: 'no' }),
    ).toBe('unknown-step')
    expect(
      await codeOf('supply/issue', {
        ...{ supplyId, count: 1, to: '王强', incidentId, stepId: 'constructor' },
      }),
    ).toBe('unknown-step')
    const { issueId } = await kit.ask('supply/issue', {
      supplyId,
      count: 2,
      to: '王强',
      incidentId,
    })
    kit = await kit.restart('1 h')
    expect(await list()).toMatchObject([
      {
        ...{ stock: 3, faults: ['short'], keeper: { name: { zh: '李工' } } },
        issues: [{ id: issueId, left: 2, to: '王强', for: { number: '2026-001', place: '车库' } }],
      },
    ])
    await kit.ask('supply/return', { supplyId, issueId, count: 1 })
    await kit.ask('supply/consume', { supplyId, issueId })
    expect(await kit.ask('supply/of-incident', { incidentId })).toMatchObject({
      issues: [{ count: 2, left: 0, returned: 1, consumed: 1, supply: { name: '干粉灭火器' } }],
    })
    const record = await kit.ask('history/read', { incidentId })
    const rowsOf = (personal: boolean) => {
      const at = { at: 0, zone: 'Asia/Shanghai', site: localized('站', 'Site'), personal }
      const { sections } = incidentDocument(record, at)
      const rows = sections.find(({ id }) => id === 'supplies')?.tables[0]?.rows ?? []
      return rows.map((row) => row.slice(1).map(({ value }) => value))
    }
    expect(rowsOf(true)).toEqual([...[['物0001', '干粉灭火器', '具', 2, 1, 1, 0, '王强', null]]])
    expect(rowsOf(false)).toEqual([['物0001', '干粉灭火器', '具', 2, 1, 1, 0]])
    const plain = await kit.ask('history/read', { incidentId, plain: true })
    expect(JSON.stringify(plain.supplies)).not.toContain('王强')
    const { lines } = await kit.ask('supply/read', { supplyId })
    expect(lines.map(({ text }) => text.zh)).toEqual([
      '登记为物0001，消防器材，一楼大厅，库存5具',
      '王强领用2具（2026-001）',
      '归还1具',
      '消耗1具',
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    const events = await kit.journal.events(`supply.${supplyId}`)
    expect(JSON.stringify(events)).not.toMatch(/王强|李工/)
  })

  it('is counted in batches that it has, and a line that is sent twice is booked once', async () => {
    kit = await openStation()
    const { supplyId } = await enter({ batches: [] })
    const { takingId } = await kit.ask('supply/taking-begin', {})
    await kit.ask('supply/receive', { supplyId, batches: [{ number: 'A1', count: 5 }] })
    const line = (batchId: string, count: number) => ({ supplyId, batchId, count })
    const count = (lines: unknown) => codeOf('supply/taking-count', { takingId, lines })
    expect(await count([line('b2', 1)])).toBe('unknown-batch')
    expect(await count([line('b1', 0.0001)])).toBe('bad-input')
    expect(await count([line('0', 0), line('b1', 0), line('b1', 0)])).toBe('taken')
    await kit.ask('supply/taking-hand-in', { takingId, by: '李工' })
    expect(await codeOf('supply/taking-review', { takingId, ok: true, by: ' 李 工' })).toBe(
      'same-person',
    )
    await kit.ask('supply/taking-review', { takingId, ok: true, by: '王强' })
    expect(await list()).toMatchObject([{ stock: 0 }])
    const [supply] = [...(await kit.ask('supply/list', {})).supplies]
    expect(supply?.batches.every((batch) => batch.count >= 0)).toBe(true)
  })

  it('is taken back as long as nothing followed', async () => {
    kit = await openStation()
    const { supplyId } = await enter()
    await kit.ask('supply/issue', { supplyId, count: 2, to: '王强', words: '巡查' })
    const [{ turnId, stock } = { turnId: null, stock: 0 }] = await list()
    expect(stock).toBe(3)
    await kit.ask('supply/undo', { supplyId, turnId: turnId ?? '' })
    expect(await list()).toMatchObject([{ stock: 5, issues: [], turnId: null }])
    expect(await codeOf('supply/undo', { supplyId, turnId })).toBe('undo-over')
  })

  it('of a drill is no figure of a real one', async () => {
    kit = await openStation()
    const { supplyId } = await enter()
    const incidentId = await report(true)
    const { issueId } = await kit.ask('supply/issue', {
      supplyId,
      count: 2,
      to: '王强',
      incidentId,
    })
    expect(await list()).toMatchObject([{ issues: [{ for: { drill: true } }] }])
    await kit.ask('supply/return', { supplyId, issueId })
    const { body } = (await kit.journal.documents('supply'))[0] ?? {}
    const november = { from: '2026-11-01', to: '2026-11-30' }
    const span = { now: kit.clock.wall(), zone: 'Asia/Shanghai' }
    expect(suppliesOfPeriod([body as unknown as Supply], november, span)).toMatchObject({
      ...{ issued: 0, returned: 0, inDrills: 1 },
    })
  })

  it('expires with its day at the site, and is moved, checked and amended', async () => {
    kit = await openStation()
    const { id: placeId } = await kit.ask('places/set', { name: '药品柜', kind: 'room' })
    const { supplyId } = await enter({
      name: '碘伏',
      class: 'medical',
      place: { placeId },
      batches: [{ number: 'A1', expiry: '2026-11-24', count: 3 }],
    })
    expect(await list()).toMatchObject([{ faults: ['expiring'], place: { name: '药品柜' } }])
    const batches = [{ number: 'A2', expiry: '2206-06-30', count: 3 }] // 2026 was meant
    expect(await codeOf('supply/receive', { supplyId, batches })).toBe('bad-input')
    await expect(enter({ batches })).rejects.toThrow(/2206-06-30/)
    await kit.clock.advance('12 h')
    expect(await list()).toMatchObject([{ faults: ['expired'], usable: 0 }])
    expect(await codeOf('supply/issue', { supplyId, count: 1, to: '王强' })).toBe('supply-short')
    await kit.ask('supply/dispose', { supplyId, count: 3, why: 'expired' })
    await kit.ask('supply/amend', { supplyId, checkMonths: 3, conditions: '外用' })
    await kit.ask('supply/move', { supplyId, place: { words: '前台' }, spot: '抽屉' })
    expect(await codeOf('supply/check', { supplyId, ok: false })).toBe('reason-needed')
    await kit.ask('supply/check', { supplyId, ok: false, words: '瓶盖裂了' })
    expect(await list()).toMatchObject([
      {
        faults: ['unfit'],
        place: { id: null, name: '前台' },
        check: { person: '周敏', ok: false },
      },
    ])
    expect(await codeOf('supply/move', { supplyId, place: { placeId: 'no' } })).toBe(
      'unknown-place',
    )
    expect(await codeOf('supply/restore', { supplyId })).toBe('no-change')
    expect(await codeOf('supply/withdraw', { supplyId, reason: '不再储备' })).toBe('taken')
    expect(await codeOf('supply/restore', { supplyId })).toBe('taken')
    expect(await codeOf('supply/withdraw', { supplyId, reason: '不再储备' })).toBe('taken')
    expect(await codeOf('supply/check', { supplyId, ok: true })).toBe('supply-withdrawn')
  })
})

describe('a table of an office', () => {
  it('enters, receives what is a new batch, and overwrites no count', async () => {
    kit = await openStation()
    await kit.ask('places/set', { name: '药品柜', kind: 'room' })
    const rows = [
      {
        row: 2,
        name: '碘伏',
        class: '药品急救',
        unit: '瓶',
        count: 3,
        batch: 'A1',
        expiry: '2027-01-31',
        place: '药品柜',
        keeper: '李工',
        minimum: 2,
      },
      {
        row: 3,
        name: '碘伏',
        class: '药品急救',
        unit: '瓶',
        count: 4,
        batch: 'A2',
        expiry: '2027-05-31',
        place: '药品柜',
        keeper: '李工',
      },
      { row: 4, name: '对讲机', class: '通讯设备', unit: '部', count: 6, place: '值班室' },
    ]
    const preview = await kit.ask('supply/import', { rows, preview: true })
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'changed', 'new'])
    expect(await list()).toEqual([])
    await kit.ask('supply/import', { rows })
    expect(await list()).toMatchObject([
      { name: '碘伏', stock: 7, place: { name: '药品柜' }, keeper: { name: { zh: '李工' } } },
      { name: '对讲机', stock: 6, place: { id: null, name: '值班室' } },
    ])
    const again = await kit.ask('supply/import', { rows, preview: true })
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same'])
    const boxes = [{ ...rows[0]!, unit: '箱', batch: 'A3', expiry: '2028-01-31' }]
    expect((await kit.ask('supply/import', { rows: boxes, preview: true })).rows).toMatchObject([
      { outcome: 'refused', message: { zh: expect.stringContaining('登记的单位是“瓶”') } },
    ])
    const faulty = await kit.send('supply/import', {
      rows: [
        { row: 2, name: '碘伏', count: 9, batch: 'A1', expiry: '2027-01-31', place: '药品柜' },
        { row: 3, name: '沙袋', class: '防汛', place: '车库' },
        { row: 4, name: '水泵' },
      ],
    })
    expect(faulty).toMatchObject({ ok: false, code: 'rows-refused' })
    if (!faulty.ok)
      expect(faulty.details).toMatchObject(
        [/登记库存是3瓶/, /没有“防汛”这个类别/, /没有写存放地点/].map((words) =>
          expect.stringMatching(words),
        ),
      )
  })

  it('loses neither a batch that has no count nor what stands at another spot', async () => {
    kit = await openStation()
    const pills = { name: '碘伏', class: '药品急救', unit: '瓶', place: '药品柜' }
    const fire = { name: '灭火器', class: '消防器材', unit: '具', place: '一楼大厅' }
    const outcomes = async (rows: Input<'supply/import'>['rows']) =>
      (await kit.ask('supply/import', { rows, preview: true })).rows
    const noCount = [
      { row: 2, ...pills, expiry: '2027-01-31' },
      { row: 3, ...pills, spot: '下层', batch: 'A1' },
    ]
    expect(await outcomes(noCount)).toMatchObject([
      { outcome: 'refused', message: { zh: expect.stringContaining('没有写数量') } },
      { outcome: 'refused' },
    ])
    const rows = [
      { row: 2, ...pills, batch: 'A1', expiry: '2027-01-31', count: 2 },
      { row: 3, ...fire, spot: 'A柱', count: 2 },
      { row: 4, ...fire, spot: 'B柱', count: 2 },
      { row: 5, ...fire, spot: 'B柱', count: 1, batch: 'K7' },
    ]
    expect((await outcomes(rows)).map(({ outcome }) => outcome)).toEqual([
      ...['new', 'new', 'new', 'changed'],
    ])
    await kit.ask('supply/import', { rows })
    expect(await list()).toMatchObject([
      { name: '碘伏' },
      { spot: 'A柱', stock: 2 },
      { spot: 'B柱', stock: 3 },
    ])
    // the count left out, as the message says; one that was put elsewhere
    const again = [
      { row: 2, ...pills, batch: 'A1', expiry: '2027-01-31' },
      { row: 3, ...fire, spot: 'C柱', count: 2 },
      { row: 4, ...fire, spot: 'B柱', count: 2 },
    ]
    expect((await outcomes(again)).map(({ outcome }) => outcome)).toEqual([
      ...['same', 'changed', 'same'],
    ])
  })
})

describe('a stock-taking', () => {
  it('books its differences once another has reviewed it, on what was moved since', async () => {
    kit = await openStation()
    const { supplyId } = await enter()
    const other = await enter({ name: '应急灯', class: 'power' })
    const { takingId, number } = await kit.ask('supply/taking-begin', { class: 'fire' })
    expect(number).toBe('盘2026-001')
    const count = (counted: number) =>
      kit.ask('supply/taking-count', {
        takingId,
        lines: [{ supplyId, batchId: '0', count: counted }],
      })
    expect(await codeOf('supply/taking-hand-in', { takingId })).toBe('taking-open')
    await count(4)
    await kit.ask('supply/taking-hand-in', { takingId, by: '李工' })
    await kit.ask('supply/issue', { supplyId, count: 1, to: '王强' })
    expect(await codeOf('supply/taking-review', { takingId, ok: true, by: '李工' })).toBe(
      'same-person',
    )
    await kit.ask('supply/taking-review', { takingId, ok: true, by: '王主任' })
    expect((await kit.ask('supply/takings', {})).takings).toMatchObject([
      {
        state: 'booked',
        handedIn: { person: '李工' },
        review: { person: '王主任' },
        lines: [{ expected: 5, counted: 4, difference: -1, place: '一楼大厅' }],
      },
    ])
    expect((await list()).map(({ stock }) => stock).sort()).toEqual([3, 5])
    const { lines } = await kit.ask('supply/read', { supplyId })
    expect(lines.at(-1)?.text.zh).toBe('盘点（盘2026-001）更正-1具')
    expect((await kit.ask('supply/read', { supplyId: other.supplyId })).lines).toHaveLength(1)
    expect(await codeOf('supply/taking-begin', { placeId: 'no' })).toBe('unknown-place')
    expect(await codeOf('supply/taking-abandon', { takingId, reason: '重来' })).toBe('taking-over')
  })

  it('books what is lacking once, though two desks count it', async () => {
    kit = await openStation()
    const { supplyId } = await enter()
    const counted = async (takingId: string): Promise<void> => {
      const lines = [{ supplyId, batchId: '0', count: 3 }]
      await kit.ask('supply/taking-count', { takingId, lines })
      await kit.ask('supply/taking-hand-in', { takingId, by: '李工' })
      await kit.ask('supply/taking-review', { takingId, ok: true, by: '王主任' })
    }
    const { takingId } = await kit.ask('supply/taking-begin', {})
    expect(await codeOf('supply/taking-begin', { class: 'fire' })).toBe('taking-open')
    await counted(takingId)
    await counted((await kit.ask('supply/taking-begin', { class: 'fire' })).takingId)
    expect(await list()).toMatchObject([{ stock: 3 }])
  })
})

describe('a supply request', () => {
  it('goes from ordered to used with its instants, for an incident', async () => {
    kit = await openStation()
    const incidentId = await report()
    const of = { person: '市应急物资库' }
    const { requestId, number } = await kit.ask('supply/request-order', {
      what: '沙袋200个',
      of,
      incidentId,
    })
    expect(number).toBe('调2026-001')
    await kit.clock.advance('30 min')
    await kit.ask('supply/request-move', { requestId, to: 'promised' })
    await kit.ask('supply/request-undo', { requestId })
    await kit.ask('supply/request-move', {
      requestId,
      to: 'delivered',
      at: kit.clock.wall() - 60_000,
    })
    expect(await kit.ask('supply/requests', { incidentId })).toMatchObject({
      requests: [
        {
          ...{ what: '沙袋200个', of: { zh: '市应急物资库' }, state: 'delivered' },
          steps: [{ to: 'ordered' }, { to: 'delivered', at: kit.clock.wall() - 60_000 }],
        },
      ],
    })
    expect(await codeOf('supply/request-order', { what: 'x', of, incidentId: 'no' })).toBe(
      'unknown-incident',
    )
    expect(await codeOf('supply/request-move', { requestId: 'no', to: 'used' })).toBe(
      'unknown-supply-request',
    )
  })
})

it('a person in it is found, and stays as long as they keep it or have something out', async () => {
  kit = await openStation({ purges: openPurgeLedger })
  const { supplyId } = await enter({ keeper: { person: '金雀儿' } })
  const { issueId } = await kit.ask('supply/issue', { supplyId, count: 1, to: '金雀儿' })
  const { takingId } = await kit.ask('supply/taking-begin', {})
  const lines = [{ supplyId, batchId: '0', count: 4 }]
  await kit.ask('supply/taking-count', { takingId, lines })
  await kit.ask('supply/taking-hand-in', { takingId, by: '金雀儿' })
  const of = { person: '金雀儿' }
  const { requestId } = await kit.ask('supply/request-order', { what: '沙袋', of })
  const mentions = async () =>
    (await kit.ask('retention/find', { name: '金雀儿' })).found
      .map(({ where, keeps }) => [where.zh, keeps !== null] as const)
      .sort()
  expect(await mentions()).toEqual([
    ['应急物资', true],
    ['应急物资', true],
    ['盘点', true],
    ['调配单', true],
  ])
  await kit.ask('supply/amend', { supplyId, keeper: null })
  await kit.ask('supply/return', { supplyId, issueId })
  await kit.ask('supply/taking-abandon', { takingId, reason: '重来' })
  await kit.ask('supply/request-move', { requestId, to: 'used' })
  expect((await mentions()).map(([, keeps]) => keeps)).toEqual([false, false, false, false])
})
