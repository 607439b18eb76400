/**
 * The three-minute drill on the page 当前: begun by its key at a calm desk, its injects as
 * they come, its result, and nothing of one that a real report has broken off.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import ThreeMinuteLine from '#renderer/console/pages/now/ThreeMinuteLine.vue'
import ThreeMinuteStrip from '#renderer/console/pages/now/ThreeMinuteStrip.vue'
import { incident, NOW, SECOND } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'

type Read = ReplyOf<'practice/read'>
const script = {
  ...{ planId: 'fire', past: { incidentId: 'i0', number: '2026-017' } },
  sentence: localized('车库着火了，请马上处置', 'Garage: Fire'),
  injects: [
    { after: 40 * SECOND, words: localized('现场来电：有烟', 'Smoke') },
    { after: 80 * SECOND, words: localized('现场来电：有人受伤', 'Somebody is hurt') },
  ],
}
const times = {
  ...{ activated: 20 * SECOND, firstStep: null, firstCall: null, stepsDone: 1 },
  limits: [{ stepId: 'f1', within: 60 * SECOND, took: 30 * SECOND, result: 'met' as const }],
}
const CALM: Read = { isCalm: true, running: null, last: null, steps: {} }
const LAST: Read = {
  ...CALM,
  steps: { f1: localized('拨打119', 'Call 119') },
  last: {
    ...{ incidentId: 'i1', startedAt: NOW - 200 * SECOND, endedAt: NOW - 20 * SECOND, script },
    ...{ why: 'time', times, past: { ...times, activated: 95 * SECOND } },
  },
}

async function calm(reply: Read, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const mounted = await mountConsole(
    ThreeMinuteLine,
    {},
    {
      'practice/read': () => accepted<'practice/read'>(reply),
      'practice/start': () => accepted<'practice/start'>({ incidentId: 'i1' }),
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}

describe('a calm desk', () => {
  it('begins it by one key, in the language of the page', async () => {
    const { station } = await calm(CALM)
    press('F9', { altKey: true, shiftKey: true })
    await flushPromises()
    expect(station.of('practice/start')).toEqual([{ language: 'zh' }])
  })

  it('offers none while something runs', async () => {
    const { page, station } = await calm({ ...CALM, isCalm: false })
    press('F9', { altKey: true, shiftKey: true })
    await flushPromises()
    expect(page.find('button').exists()).toBe(false)
    expect(station.of('practice/start')).toEqual([])
  })

  it('shows its times against limits and past, until somebody hides them', async () => {
    const { page } = await calm(LAST)
    const result = read(page.get('.result'))
    for (const words of ['启动预案20秒', '1分35秒', '拨打119', '1分钟 按时', '当时（2026-017）'])
      expect(result).toContain(words)
    await page.get('.result button').trigger('click')
    expect(page.find('.result').exists()).toBe(false)
  })

  it('says nothing of one that a real report has broken off', async () => {
    const last = LAST.last && { ...LAST.last, why: 'real-report' as const, times: null, past: null }
    expect((await calm({ ...LAST, last })).page.find('.result').exists()).toBe(false)
    expect(read((await calm(CALM, 'en')).page)).toContain('Three-minute drill')
  })
})

describe('while it runs', () => {
  it('says how long is left and what has come, the latest first, and is gone with the incident', async () => {
    const startedAt = NOW - 50 * SECOND
    const running = { incidentId: 'i1', startedAt, script }
    const { page, station, show } = await mountConsole(
      ThreeMinuteStrip,
      {},
      { 'practice/read': () => accepted<'practice/read'>({ ...CALM, isCalm: false, running }) },
    )
    await show({ incidents: [incident({ id: 'i1', drill: true })] })
    await flushPromises()
    expect(read(page.get('.head'))).toContain('还剩0:02:10')
    expect(page.findAll('li').map((line) => read(line))).toEqual([
      '现场来电：有烟',
      '来电：车库着火了，请马上处置',
    ])
    await page.get('.head button').trigger('click')
    expect(station.of('practice/stop')).toHaveLength(1)
    await show({ incidents: [incident({ id: 'i2' })] })
    expect(page.find('.strip').exists()).toBe(false)
  })
})
