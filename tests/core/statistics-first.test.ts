/**
 * What a page of figures asks first, where the record begins, and what is said of dates that are
 * none.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { NO_ACTION_FIGURES } from '#shared/domain/statistics/actions.ts'
import { NO_READINESS_FIGURES } from '#shared/domain/readiness/figures.ts'
import { NO_WARNING_FIGURES } from '#shared/domain/statistics/warnings.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { library } from './november.ts'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let kit: Kit
afterEach(() => kit.stop())

const period = (): Promise<ReplyOf<'statistics/period'>> => kit.ask('statistics/period', NOVEMBER)

/** Two of now, one with a late limit; one of October, one of last November, both entered now. */
async function someIncidents(): Promise<void> {
  await kit.run(['response'], { type: 'brawl', place: '前厅' })
  await kit.run([], { place: '食堂' })
  await kit.clock.advance('4 min')
  await kit.run([], { occurredAt: Date.parse('2026-10-31T23:59:59+08:00') })
  await kit.run([], { occurredAt: Date.parse('2025-11-11T10:00:00+08:00') })
}

describe('what a page shows first', () => {
  it('is the period alone, and says the same as the whole answer', async () => {
    kit = await openStation({ library: library() })
    await someIncidents()
    const [first, whole] = [await kit.ask('statistics/figures', NOVEMBER), await period()]
    expect(first).toEqual({
      now: whole.now,
      names: first.names,
      actions: NO_ACTION_FIGURES,
      warnings: NO_WARNING_FIGURES,
      readiness: NO_READINESS_FIGURES,
      ...{ recordSince: '2025-11', emergencies: [], position: whole.position, at: whole.at },
    })
    expect(whole.names).toMatchObject(first.names)
  })
})

describe('the first month that the record speaks of', () => {
  const since = async (): Promise<string> => (await period()).recordSince

  it('is that in which the site was founded, or an earlier one of which something was entered', async () => {
    kit = await openStation({ library: library() })
    expect(await since()).toBe('2026-11')
    await kit.run([], { drill: true, occurredAt: Date.parse('2026-08-05T10:00:00+08:00') })
    expect(await since()).toBe('2026-08')
  })
})

describe('dates that are none', () => {
  it.each([
    [{ from: 'abc' }, 'from须写成2026-11-24这样的日期', 'from must be a date like 2026-11-24'],
    [{ to: '2026-02-30' }, 'to写的这一天不存在', 'to is a day that does not exist'],
    [{ from: '1066-10-14' }, 'from须在1971年到2999年之间', 'between 1971 and 2999'],
    [{ from: '2026-12-01' }, 'to早于from，请把两个日期对调', 'swap the two dates'],
    [{ from: '2010-01-01' }, 'to离from太远，一次最多12个年份', '12 calendar years at most'],
  ])('say what is wrong: %j', async (part, zh, en) => {
    kit = await openStation()
    for (const name of ['statistics/period', 'statistics/figures'] as const)
      expect(await kit.send(name, { ...NOVEMBER, ...part })).toMatchObject({
        ...{ ok: false, code: 'bad-input' },
        message: {
          zh: expect.stringContaining(zh) as string,
          en: expect.stringContaining(en) as string,
        },
      })
  })

  it('and so does a month', async () => {
    kit = await openStation()
    for (const [month, zh] of [
      ['2026-13', 'month写的这个月不存在'],
      ['11', 'month须写成2026-11这样的月份'],
    ])
      expect(await kit.send('report/read', { month })).toMatchObject({
        ...{ code: 'bad-input', message: { zh: expect.stringContaining(zh!) as string } },
      })
  })
})
