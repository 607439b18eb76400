/**
 * Drafts: saved by themselves and by key, never over somebody else's, and not left unsaved without
 * a question.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LIBRARY, NOW } from '#renderer/console/base/links.ts'
import { useRoute } from '#renderer/console/base/route.ts'
import type { CheckedDraft } from '#shared/contract/plans.ts'
import { localized } from '#shared/domain/text.ts'
import { refused, press, read, accepted } from './desk.ts'
import { editor, PLAN, sourceOf } from './editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const stale = () =>
  refused('draft-stale', '您打开之后，李强保存过这份草稿，这次没有保存；请重新打开再改')
/** The dialog is drawn outside of the page. */
const dialog = (): string =>
  document.querySelector('.el-dialog')?.textContent?.replace(/\s+/g, ' ') ?? ''
const press2 = async (words: string): Promise<void> => {
  const target = [
    ...document.querySelectorAll<HTMLButtonElement>('.el-dialog button, .stale button'),
  ].find((button) => button.textContent?.includes(words))
  if (!target) throw new Error(`no button ${words}`)
  target.click()
  await vi.advanceTimersByTimeAsync(20)
  await flushPromises()
}

describe('saving', () => {
  it('looking makes no draft; a change is saved once the typing rests, under the text that was opened', async () => {
    const { field, rested, saves, page } = await editor()
    await rested()
    expect(saves()).toEqual([])
    expect(read(page.get('.saved'))).toBe('没有草稿，与现行版相同')
    await field('名称 中文').setValue('热线')
    await field('名称 中文').setValue('热线故障')
    expect(read(page.get('.saved'))).toBe('有改动，马上自动保存')
    await rested()
    expect(saves()).toHaveLength(1)
    expect(saves()[0]?.basedOn).toMatch(/^[0-9a-f]{64}$/)
    expect(read(page.get('.saved'))).toMatch(/已存，周敏$/)
  })

  it('Ctrl+S saves at once, and the next one names what was saved before', async () => {
    const { field, rested, saves } = await editor()
    await field('名称 中文').setValue('一')
    expect(press('s', { ctrlKey: true }).defaultPrevented).toBe(true)
    await flushPromises()
    expect(saves()).toHaveLength(1)
    await field('名称 中文').setValue('二')
    await rested()
    expect(saves()[1]?.basedOn).toBe('draft-2')
  })

  it('without contact nothing is sent in vain for ever: it is saved when contact is back', async () => {
    const mounted = await editor()
    mounted.station.answers['plans/draft-save'] = () =>
      refused('no-contact', '与值守站失去联系，没有发出')
    await mounted.field('名称 中文').setValue('一')
    await mounted.rested()
    expect(read(mounted.page.get('.saved'))).toContain('没有保存：与值守站失去联系')
    await vi.advanceTimersByTimeAsync(7_000) // silent
    delete mounted.station.answers['plans/draft-save']
    const before = mounted.saves().length
    mounted.station.connections += 1
    await mounted.show({})
    await flushPromises()
    expect(mounted.saves().length).toBe(before + 1)
  })

  it('an answer that got lost is not taken for somebody else’s work', async () => {
    const mounted = await editor()
    const save = mounted.station.answers['plans/draft-save']!
    mounted.station.answers['plans/draft-save'] = async (input) => {
      await save(input)
      mounted.station.answers['plans/draft-save'] = () => stale()
      return refused('no-answer', '没有收到回复')
    }
    await mounted.field('名称 中文').setValue('一')
    await mounted.rested()
    press('s', { ctrlKey: true })
    await flushPromises()
    expect(mounted.page.find('.stale').exists()).toBe(false)
    expect(read(mounted.page.get('.saved'))).toContain('已存')
  })

  it('undo and redo go through what was written, and are saved like any change', async () => {
    const { field, button, rested, saves } = await editor()
    await field('名称 中文').setValue('一')
    await rested()
    await field('名称 中文').setValue('二')
    await rested()
    await button('撤销').trigger('click')
    expect(field('名称 中文').element.value).toBe('一')
    await button('重做').trigger('click')
    await button('撤销').trigger('click')
    await rested()
    expect((saves().at(-1)?.draft.title as { zh: string }).zh).toBe('一')
  })
})

describe('a draft that somebody else has changed meanwhile', () => {
  async function late() {
    const mounted = await editor()
    const save = mounted.station.answers['plans/draft-save']!
    mounted.station.answers['plans/draft-save'] = (input) =>
      input.basedOn === 'draft-7' ? save(input) : stale()
    mounted.kept.saved = {
      draft: { ...sourceOf(PLAN), title: { zh: '李强的', en: 'His' } },
      basedOn: 'draft-7',
      savedAt: 2,
      by: '李强',
    }
    await mounted.field('名称 中文').setValue('我的')
    await mounted.rested()
    return mounted
  }

  it('is said, nothing more is sent by itself, and what was typed stays', async () => {
    const mounted = await late()
    expect(read(mounted.page.get('.stale'))).toMatch(
      /李强保存过这份草稿.*打开对方那份.*以我这份为准/,
    )
    const before = mounted.saves().length
    await mounted.field('名称 英文').setValue('Mine')
    await mounted.rested()
    expect(mounted.saves().length).toBe(before)
    expect(mounted.field('名称 中文').element.value).toBe('我的')
  })

  it('may be opened instead', async () => {
    const mounted = await late()
    await press2('打开对方那份')
    expect(mounted.field('名称 中文').element.value).toBe('李强的')
    expect(mounted.page.find('.stale').exists()).toBe(false)
    // what was never saved is not lost by looking at the other
    await mounted.button('撤销').trigger('click')
    expect(mounted.field('名称 中文').element.value).toBe('我的')
    await mounted.rested()
    expect(mounted.saves().at(-1)).toMatchObject({
      basedOn: 'draft-7',
      draft: { title: { zh: '我的' } },
    })
  })

  it('may be replaced, knowingly', async () => {
    const mounted = await late()
    await press2('以我这份为准')
    expect(mounted.saves().at(-1)).toMatchObject({
      basedOn: 'draft-7',
      draft: { title: { zh: '我的' } },
    })
    expect(mounted.page.find('.stale').exists()).toBe(false)
    await mounted.button('撤销').trigger('click')
    expect(mounted.field('名称 中文').element.value).toBe('李强的')
    await mounted.button('重做').trigger('click')
    expect(mounted.field('名称 中文').element.value).toBe('我的')
  })
})

describe('leaving', () => {
  async function changed() {
    location.hash = `#/plans/${PLAN}/edit`
    const mounted = await editor()
    const route = useRoute()
    route.go(`#/plans/${PLAN}/edit`)
    await mounted.field('名称 中文').setValue('一')
    return { ...mounted, route }
  }
  const at = (route: ReturnType<typeof useRoute>): string => route.place.path.join('/')

  it('asks while something is not saved, saves nothing by itself meanwhile, and stays if it is told to', async () => {
    const mounted = await changed()
    mounted.route.go(LIBRARY)
    await flushPromises()
    expect(dialog()).toContain('有改动还没有保存')
    await mounted.rested()
    expect(mounted.saves()).toEqual([])
    await press2('留在这里')
    expect(at(mounted.route)).toBe(`plans/${PLAN}/edit`)
    await mounted.rested()
    expect(mounted.saves()).toHaveLength(1)
  })

  it('saves and goes', async () => {
    const mounted = await changed()
    mounted.route.go(LIBRARY)
    await flushPromises()
    await press2('保存并离开')
    expect([at(mounted.route), mounted.saves().length]).toEqual(['plans', 1])
  })

  it('goes without saving', async () => {
    const mounted = await changed()
    mounted.route.go(LIBRARY)
    await flushPromises()
    await press2('不保存，离开')
    expect([at(mounted.route), mounted.saves().length]).toEqual(['plans', 0])
  })

  it('an incident waits for no question: on the way to 当前 it is saved and gone', async () => {
    const mounted = await changed()
    mounted.route.go(NOW)
    await flushPromises()
    await vi.advanceTimersByTimeAsync(20)
    expect(dialog()).toBe('')
    expect([at(mounted.route), mounted.saves().length]).toEqual(['now', 1])
  })

  it('asks nothing once everything is saved', async () => {
    const mounted = await changed()
    await mounted.rested()
    mounted.route.go(LIBRARY)
    expect(at(mounted.route)).toBe('plans')
  })

  it('the tab of a browser is not closed over unsaved work', async () => {
    const mounted = await changed()
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(closing()).toBe(true)
    await mounted.rested()
    expect(closing()).toBe(false)
  })
})

describe('discarding and checking', () => {
  it('a draft is discarded after a question, under the text that was seen, and the plan in force is shown', async () => {
    const mounted = await editor(
      PLAN,
      { ...sourceOf(PLAN), title: { zh: '草稿', en: 'Draft' } },
      { 'plans/draft-discard': () => accepted<'plans/draft-discard'>({}) },
    )
    expect(mounted.field('名称 中文').element.value).toBe('草稿')
    mounted.kept.saved = null
    mounted.page.getComponent({ name: 'MoreMenu' }).vm.$emit('act', 'discard')
    await vi.advanceTimersByTimeAsync(20)
    await press2('放弃草稿')
    expect(mounted.station.of('plans/draft-discard')).toEqual([
      { planId: PLAN, basedOn: 'draft-1' },
    ])
    expect(mounted.field('名称 中文').element.value).toBe('客服热线故障处置预案')
  })

  it('only the answer to the latest text counts, and a finding leads to its field', async () => {
    const waiting: ((checked: CheckedDraft) => void)[] = []
    const mounted = await editor()
    mounted.station.answers['plans/check'] = () =>
      new Promise((resolve) => waiting.push((checked) => resolve(accepted<'plans/check'>(checked))))
    const finding = (zh: string): CheckedDraft => ({
      plan: null,
      findings: [
        {
          severity: 'error',
          code: 'x',
          path: 'steps.hl-14.due.within',
          message: localized(zh, zh),
        },
      ],
    })
    await mounted.field('名称 中文').setValue('一')
    await mounted.checked()
    await mounted.field('名称 中文').setValue('二')
    await mounted.checked()
    waiting[1]?.(finding('新的'))
    await flushPromises()
    waiting[0]?.(finding('旧的'))
    await flushPromises()
    expect(mounted.page.findAll('.findings .says').map((element) => element.text())).toEqual([
      '新的',
    ])
    await mounted.page.get('.findings .one').trigger('click')
    await flushPromises()
    expect(document.activeElement?.closest('[data-path]')?.getAttribute('data-path')).toBe(
      'steps.hl-14.due',
    )
  })
})
