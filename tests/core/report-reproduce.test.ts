/** An issued report is drawn again from its events, and compared with what was issued. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input, ReplyOf } from '#shared/contract/contract.ts'
import type { Kit } from '../kit/station.ts'
import { NOVEMBER, openDecember } from './november.ts'

let kit: Kit
afterEach(() => kit.stop())

const read = (number?: number): Promise<ReplyOf<'report/read'>> =>
  kit.ask('report/read', { ...NOVEMBER, ...(number === undefined ? {} : { number }) })
const issue = (part: Partial<Input<'report/issue'>> = {}): Promise<ReplyOf<'report/issue'>> =>
  kit.ask('report/issue', { ...NOVEMBER, ...part })
const reproduce = (number?: number): Promise<ReplyOf<'report/reproduce'>> =>
  kit.ask('report/reproduce', { ...NOVEMBER, ...(number === undefined ? {} : { number }) })

async function decemberAfter(on: 'memory' | 'sqlite' = 'memory'): Promise<string> {
  const december = await openDecember(on)
  kit = december.kit
  return december.id
}
const lateAddition = (): Promise<string> =>
  kit.run([], { place: '车库', occurredAt: Date.parse('2026-11-30T23:59:59+08:00') })

describe('drawn again', () => {
  it('from its events it is the same to the last character, whatever came later', async () => {
    const id = await decemberAfter('sqlite')
    await kit.ask('report/edit', { ...NOVEMBER, section: 'outlook', words: ['多看前厅'] })
    await issue()
    await lateAddition()
    await kit.ask('incident/assess', {
      incidentId: id,
      casualties: { dead: 1 },
      loss: 900,
      severity: null,
      reason: '伤重不治',
    })
    await kit.ask('report/edit', { ...NOVEMBER, section: 'outlook', words: ['改了'] })
    await issue({ reason: '伤亡变化' })
    for (const number of [0, 1])
      expect(await reproduce(number), `issue ${number}`).toMatchObject({
        same: true,
        intact: true,
        changes: null,
        rules: 12,
        rulesNow: 12,
        ruleChanges: [],
      })
    expect((await reproduce(0)).drawn).toBe((await read(0)).check)
    expect((await reproduce()).check).toBe((await read(1)).check)
  })

  it('after a purge it is the same but for the values that are gone, and says how many', async () => {
    const id = await decemberAfter('sqlite')
    await issue()
    expect(await reproduce()).toMatchObject({ same: true, purged: 0 })
    await kit.journal.forget({ streams: [`incident.${id}`], seals: [] })
    kit = await kit.restart('1 min')
    expect(await reproduce()).toMatchObject({ same: true, intact: true, purged: 1, changes: null })
  })

  it('says so when an issue does not say what its events say', async () => {
    await decemberAfter()
    await issue()
    const { journal } = kit
    const planted = await kit.restart('1 min')
    kit = planted
    const events = await journal.events('report.2026-11')
    const document = (
      events[0]?.body as unknown as {
        paper: { sections: { tables: { rows: { value: unknown }[][] }[] }[] }
      }
    ).paper
    const cell = document.sections[0]?.tables[0]?.rows[0]?.[1]
    if (cell) cell.value = 7
    kit.journal.events = async (stream) =>
      stream === 'report.2026-11' ? events : journal.events(stream)
    const answer = await reproduce()
    expect(answer).toMatchObject({ same: false, intact: false })
    expect(answer.changes?.figures).toMatchObject([{ before: 7, after: 1 }])
  })

  it('an issue that older rules drew says what has changed since, with the cells, and stays as it is', async () => {
    await decemberAfter()
    await issue()
    const { journal } = kit
    kit = await kit.restart('1 min')
    const events = await journal.events('report.2026-11')
    const issued = events[0]?.body as unknown as {
      rules: number
      check: string
      paper: { sections: { tables: { id: string; total: { value: unknown }[] | null }[] }[] }
    }
    issued.rules = 1
    const limits = issued.paper.sections
      .flatMap(({ tables }) => tables)
      .find(({ id }) => id === 'limits')
    const due = limits?.total?.[2]
    if (due) due.value = 7
    kit.journal.events = async (stream) =>
      stream === 'report.2026-11' ? events : journal.events(stream)
    const answer = await reproduce()
    expect(answer).toMatchObject({
      rules: 1,
      rulesNow: 12,
      ruleChanges: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((rules) => ({ rules })),
      changes: { figures: [{ section: 'handling', before: 7, after: 1 }] },
    })
    expect((await read()).ruleChanges).toMatchObject([
      { rules: 2 },
      { rules: 3 },
      { rules: 4 },
      { rules: 5 },
      { rules: 6 },
      { rules: 7 },
      { rules: 8 },
      { rules: 9 },
      { rules: 10 },
      { rules: 11 },
      { rules: 12 },
    ])
    expect((await read(0)).standing).toBe('issued')
  })

  it('has nothing to draw where nothing was issued', async () => {
    await decemberAfter()
    expect(await kit.send('report/reproduce', NOVEMBER)).toMatchObject({ code: 'unknown-issue' })
  })
})
