/**
 * The page 整改: overdue first, opened where it stands, done, taken back by the key, and its empty
 * state.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { ActionRead } from '#shared/domain/corrective-action/draw.ts'
import { localized } from '#shared/domain/text.ts'
import ActionsPage from '#renderer/console/pages/actions/ActionsPage.vue'
import ActionsLine from '#renderer/console/pages/now/ActionsLine.vue'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'

const action = (part: Partial<ActionRead>): ActionRead => ({
  ...{ id: 'a1', number: '整2026-001', what: '更换防火卷帘', why: '卷帘没有落下' },
  owner: { postId: null, personId: null, name: localized('李工', '李工') },
  ...{ due: '2026-11-30', state: 'open', overdue: false, late: false, moved: [] },
  source: {
    ...{ kind: 'incident', incidentId: 'i1', number: '2026-017', place: '车库' },
    ...{ drill: false, finding: null },
  },
  ...{ planId: null, planTitle: null, openedAt: NOW, openedBy: '周敏' },
  ...{ done: null, check: null, withdrawn: null, drafting: null, carried: [], files: [] },
  ...part,
})
const TODAY = '2026-11-24'
const list = (...actions: readonly ActionRead[]): ReplyOf<'action/list'> => ({
  ...{ actions, today: TODAY, open: actions.length },
  overdue: actions.filter(({ overdue }) => overdue).length,
})

beforeEach(() => {
  location.hash = '#/actions'
})

async function opened(reply: ReplyOf<'action/list'>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const mounted = await mountConsole(
    ActionsPage,
    {},
    {
      'action/list': () => accepted<'action/list'>(reply),
      'action/read': () =>
        accepted<'action/read'>({
          action: action({}),
          lines: [{ at: NOW, by: '周敏', text: localized('开出整2026-001', 'Opened') }],
        }),
      'action/done': () => accepted<'action/done'>({}),
      'action/undo': () => accepted<'action/undo'>({}),
      'people/read': () => ({ ok: false, code: 'internal', message: localized('无', 'none') }),
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}

describe('the list', () => {
  it('says how many are open and overdue, and of each how it stands', async () => {
    const { page } = await opened(
      list(
        action({ id: 'a2', number: '整2026-002', due: '2026-11-20', overdue: true }),
        action({}),
        action({ id: 'a3', number: '整2026-003', state: 'done', due: '2026-11-24' }),
      ),
    )
    expect(read(page.get('.head'))).toContain('3项未完成 · 1项逾期')
    const rows = page.findAll('[data-action]').map((row) => read(row))
    expect(rows[0]).toContain('逾期4天')
    expect(rows[1]).toContain('还有6天')
    expect(rows[2]).toContain('待复查')
  })

  it('shows those that are over when asked, and says where there is none', async () => {
    const { page } = await opened(list(action({ state: 'closed' })))
    expect(read(page)).toContain('没有未完成的整改')
    await page.findAll('.show button')[2]!.trigger('click')
    expect(page.findAll('[data-action]')).toHaveLength(1)
  })

  it('says what it is for before there is any, in English too', async () => {
    expect(read((await opened(list())).page)).toContain('写成一项措施')
    const { page } = await opened(list(), 'en')
    expect(read(page)).toContain('No action was opened yet')
    expect(read(page)).not.toMatch(/correctiveActions\./)
  })
})

describe('one of them', () => {
  it('opens where it stands, with where it comes from and what happened', async () => {
    const { page } = await opened(list(action({})))
    await page.get('[data-action] .head').trigger('click')
    await flushPromises()
    expect(page.get('[data-action] .head').attributes('aria-expanded')).toBe('true')
    const whole = read(page.get('.whole'))
    for (const words of ['卷帘没有落下', '事件2026-017', '开出整2026-001'])
      expect(whole).toContain(words)
    expect(page.get('.whole a').attributes('href')).toBe('#/history/i1')
  })

  it('is done by a dialog, and taken back by the key within ten seconds', async () => {
    location.hash = '#/actions?at=a1'
    const { page, station } = await opened(list(action({})))
    const act = page.findAll('.acts button').find((button) => read(button) === '报完成')
    await act!.trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const words = dialog.querySelector('textarea')!
    words.value = '换好了'
    words.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('action/done')).toMatchObject([
      { actionId: 'a1', words: '换好了', by: '李工' },
    ])
    expect(read(page.get('.undo'))).toContain('整2026-001 报完成')
    press('F8', { ctrlKey: true })
    await flushPromises()
    expect(station.of('action/undo')).toEqual([{ actionId: 'a1' }])
  })
})

it('the calm page has a line of it, with a way there, and none where nothing is open', async () => {
  const line = async (reply: ReplyOf<'action/list'>) => {
    const mounted = await mountConsole(
      ActionsLine,
      {},
      { 'action/list': () => accepted<'action/list'>(reply) },
    )
    await mounted.show({ incidents: [] })
    await flushPromises()
    return mounted.page
  }
  const page = await line(list(action({ overdue: true, due: '2026-11-20' })))
  expect(read(page)).toBe('整改1项未完成 · 1项逾期')
  expect(page.get('a').attributes('href')).toBe('#/actions')
  expect(read(await line({ ...list(), open: 0 }))).toBe('')
})
