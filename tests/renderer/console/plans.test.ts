/** Plans that come and go at the desk: proposed, to be confirmed, started by a step. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import NowPage from '#renderer/console/pages/now/NowPage.vue'
import StepFollowUps from '#renderer/console/pages/now/next/StepFollowUps.vue'
import type { BoardStarts } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import {
  waitsForAnswer,
  waitsForWords,
} from '#renderer/console/components/incident/waiting-words.ts'
import { board, incident, MINUTE, NOW, plan, step } from '../board-parts.ts'
import { mountConsole, refused, press, read } from './desk.ts'

const proposed = (planId: string) => ({
  planId,
  title: localized('人身安全预案', 'Personal safety'),
  why: localized('已有人身攻击', 'Somebody is attacked'),
  clause: 'S09-21',
  supersedes: null,
})
const starts = (part: Partial<BoardStarts> = {}): BoardStarts => ({
  planId: 'next',
  title: localized('人身安全预案', 'Personal safety'),
  handsOver: false,
  what: localized('转人身安全预案', 'Go on with personal safety'),
  notStarted: null,
  ...part,
})

async function opened(
  part: Parameters<typeof incident>[0],
  answers = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  const mounted = await mountConsole(NowPage, {}, answers, locale)
  await mounted.show({ incidents: [incident({ id: 'one', steps: [step()], ...part })] })
  return mounted
}

describe('a plan that the station proposes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const rested = () => vi.advanceTimersByTimeAsync(800)

  it('stands above the next action with its reason and its clause', async () => {
    const { page } = await opened({ proposed: [proposed('safety')] })
    expect(read(page.get('.next .proposed'))).toMatch(
      /建议启动 人身安全预案 已有人身攻击 S09-21.*启动Enter.*不采纳/,
    )
  })

  it('is activated by Enter while nothing has the focus, and by a click', async () => {
    const { page, station } = await opened({ proposed: [proposed('safety'), proposed('second')] })
    await rested()
    ;(document.activeElement as HTMLElement | null)?.blur()
    press('Enter')
    await flushPromises()
    await page.findAll('.proposed .boxed')[1]!.trigger('click')
    expect(station.of('incident/activate')).toEqual([
      { incidentId: 'one', planId: 'safety' },
      { incidentId: 'one', planId: 'second' },
    ])
  })

  it('takes no Enter in its first 0.8 s, none that is held, none that belongs to something else', async () => {
    const { page, station } = await opened({ proposed: [proposed('safety')] })
    press('Enter')
    await rested()
    press('Enter', { repeat: true })
    press('Enter', { on: page.get('button.row').element })
    press('Enter', { shiftKey: true })
    await flushPromises()
    expect(station.of('incident/activate')).toEqual([])
  })

  it('is dismissed by a click; a refusal stands beside it', async () => {
    const { page, station } = await opened(
      { proposed: [proposed('safety')] },
      { 'incident/dismiss': () => refused('not-proposed', '没有这条建议') },
    )
    await page.get('.proposed .link').trigger('click')
    await flushPromises()
    expect(station.of('incident/dismiss')).toEqual([{ incidentId: 'one', planId: 'safety' }])
    expect(read(page.get('.proposed [role=alert]'))).toContain('没有这条建议')
  })

  it('is not there where nothing is proposed, and Enter does nothing', async () => {
    const { page, station } = await opened({})
    expect(page.find('.proposed').exists()).toBe(false)
    await rested()
    press('Enter')
    expect(station.of('incident/activate')).toEqual([])
  })

  it('speaks English', async () => {
    const { page } = await opened({ proposed: [proposed('safety')] }, {}, 'en')
    expect(read(page.get('.proposed'))).toMatch(
      /Proposed Personal safety Somebody is attacked.*Activate.*Dismiss/,
    )
  })
})

describe('a plan that was started provisionally', () => {
  const provisional = (part = {}) =>
    plan({ provisional: true, confirmer: localized('领导小组', 'Leading group'), ...part })
  const click = (page: Awaited<ReturnType<typeof opened>>['page'], label: string) =>
    page
      .findAll('.confirm button')
      .find((candidate) => candidate.text() === label)!
      .trigger('click')

  it('says in the head who has to confirm, and is confirmed there', async () => {
    const { page, station } = await opened({ plans: [provisional()] })
    expect(read(page.get('.case .confirm'))).toContain('先行启动，待领导小组确认')
    await click(page, '确认启动')
    expect(station.of('incident/confirm')).toEqual([
      { incidentId: 'one', planId: 'plan-1', confirmed: true, reason: null },
    ])
  })

  it('is declined with a reason only', async () => {
    const { page, station } = await opened({ plans: [provisional()] })
    await click(page, '不予确认…')
    await flushPromises()
    const dialog = document.querySelector('.el-dialog')!
    expect(dialog.textContent).toContain('不予确认：热线中断处置')
    expect(dialog.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(true)
    const field = dialog.querySelector('textarea')!
    field.value = '误判'
    field.dispatchEvent(new Event('input'))
    press('Enter', { on: field })
    await flushPromises()
    expect(station.of('incident/confirm')).toEqual([
      { incidentId: 'one', planId: 'plan-1', confirmed: false, reason: '误判' },
    ])
  })

  it('once confirmed says by whom, and asks nothing', async () => {
    const { page } = await opened({
      plans: [provisional({ confirmedBy: '李强', confirmedAt: NOW })],
    })
    expect(read(page.get('.case .confirm'))).toBe('李强已确认')
  })

  it('asks nothing of an incident that is over', async () => {
    const { page } = await opened({ plans: [provisional()], state: 'closed', closedAt: NOW })
    expect(page.findAll('.confirm button')).toEqual([])
  })

  it('once declined is gone from head and rail', async () => {
    const gone = provisional({ declined: { at: NOW, by: '李强', reason: '误判' } })
    const { page } = await opened({
      plans: [gone, plan({ planId: 'other', title: localized('另一份', 'Other') })],
    })
    expect(read(page.get('.case .facts'))).not.toContain('热线中断处置')
    expect(read(page.get('.case .facts'))).toContain('另一份')
  })
})

describe('a step says what it sets going', () => {
  const followUpsOf = async (
    part: Parameters<typeof step>[0],
    locale: 'zh-CN' | 'en' = 'zh-CN',
  ) => {
    const { page, show } = await mountConsole(StepFollowUps, { step: step(part) }, {}, locale)
    await show(board())
    return read(page)
  }

  it.each<[string, Partial<BoardStarts>, string, string]>([
    [
      'which plan starts',
      {},
      '做完后启动《人身安全预案》',
      'When done, it starts "Personal safety"',
    ],
    [
      'which plan takes over',
      { handsOver: true },
      '做完后转入《人身安全预案》，本预案到此为止',
      'When done, it hands over to "Personal safety", and this plan ends',
    ],
    [
      'that the slot is empty',
      { planId: null, title: null },
      '做完后要启动的预案，原文没有写明：转人身安全预案',
      'When done, it starts a plan that the source does not name: Go on with personal safety',
    ],
    [
      'that the library lacks it',
      { title: null },
      '做完后要启动的预案，预案库里没有：转人身安全预案',
      'When done, it should start a plan that is not in the library: Go on with personal safety',
    ],
  ])('%s', async (_, part, zh, en) => {
    expect(await followUpsOf({ starts: starts(part) })).toBe(zh)
    expect(await followUpsOf({ starts: starts(part) }, 'en')).toBe(en)
  })

  it('done, only why nothing was started', async () => {
    expect(await followUpsOf({ state: 'done', starts: starts() })).toBe('')
    expect(
      await followUpsOf({
        state: 'done',
        starts: starts({ notStarted: localized('事件已解除', 'lifted') }),
      }),
    ).toBe('没有启动预案：事件已解除')
  })

  it('that it confirms, and how often it was done', async () => {
    expect(await followUpsOf({ confirms: true })).toBe('做完即确认先行启动')
    const repeat = { every: 30 * MINUTE, until: 'contained' as const }
    expect(await followUpsOf({ repeat })).toBe('每30分一次，直到已控制')
    expect(await followUpsOf({ repeat, times: 3, timesLate: 1, lastDoneAt: NOW })).toMatch(
      /^每30分一次，直到已控制。已做3次，上次14:32、其中1次超时$/,
    )
  })

  it('in the next action', async () => {
    const { page } = await opened({ steps: [step({ starts: starts() })] })
    expect(read(page.get('.next'))).toContain('做完后启动《人身安全预案》')
  })
})

it('a step that waits for type, level or casualties says so', () => {
  const step = {
    waitsFor: ['first'],
    waitsForUnset: ['type', 'level'] as const,
    waitsForCount: true,
  }
  const empty = incident({ steps: [] })
  expect(waitsForWords(step, empty, 'zh')).toBe('first、定事件类型、定响应级别、报伤亡人数')
  expect(waitsForWords(step, empty, 'en')).toBe(
    'first, the type of the incident, the response level, the casualties',
  )
  expect([waitsForAnswer(step, empty), waitsForAnswer({ waitsFor: ['first'] }, empty)]).toEqual([
    true,
    false,
  ])
})
