/** Putting an alert off, and the times of attention under Settings, in both languages. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ShelveDialog from '#renderer/console/pages/now/alerts/ShelveDialog.vue'
import { localized } from '#shared/domain/text.ts'
import { alert } from '../board-parts.ts'
import { mountConsole, read, refused } from './desk.ts'
import { settings } from './site-kit.ts'

const untouched = alert({
  kind: 'untouched',
  priority: 2,
  stepId: null,
  cause: localized('10分钟没有动静', 'Nothing done for 10 minutes'),
})

describe('an alert that is put off', () => {
  async function dialog(
    answers: Parameters<typeof mountConsole>[2] = {},
    locale: 'zh-CN' | 'en' = 'zh-CN',
  ) {
    const mounted = await mountConsole(ShelveDialog, { alert: untouched }, answers, locale)
    await mounted.show({})
    const box = () => document.querySelector<HTMLElement>('.el-dialog')!
    const confirm = () => box().querySelector<HTMLButtonElement>('button[type=submit]')!
    async function say(words: string): Promise<void> {
      const field = box().querySelector('textarea')!
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await flushPromises()
    }
    const send = async (): Promise<void> => {
      box()
        .querySelector('form')!
        .dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
    }
    return { ...mounted, box, confirm, say, send }
  }

  it('says which, for how long and why; without a reason nothing is sent', async () => {
    const { box, confirm, say, send, station, page } = await dialog()
    expect(box().textContent).toContain('搁置：10分钟没有动静')
    expect([...box().querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['5分钟', '15分钟', '30分钟', '1小时', '8小时']),
    )
    expect(confirm().disabled).toBe(true)
    await send()
    expect(station.of('alert/shelve')).toEqual([])
    await say('在等维修到场')
    box().querySelectorAll<HTMLInputElement>('input[type=radio]')[2]!.click()
    await send()
    expect(station.of('alert/shelve')).toEqual([
      { alertId: untouched.id, minutes: 30, reason: '在等维修到场' },
    ])
    expect(page.emitted('close')).toHaveLength(1)
  })

  it('stays open and says why it was refused', async () => {
    const { box, say, send, page } = await dialog({
      'alert/shelve': () => refused('life-safety', '关系人命，不能搁置'),
    })
    await say('忙')
    await send()
    expect(box().textContent).toContain('关系人命，不能搁置')
    expect(page.emitted('close')).toBeUndefined()
  })

  it('reads in English', async () => {
    const { box } = await dialog({}, 'en')
    expect(box().textContent).toContain('Nothing done for 10 minutes')
    expect(box().textContent).not.toMatch(/[\u4e00-\u9fff]|shelve\.\w+/)
  })
})

describe('the times of attention', () => {
  const part = (mounted: Awaited<ReturnType<typeof settings>>) =>
    mounted.page.get(
      `section[aria-label="${mounted.page.text().includes('催办') ? '催办' : 'Reminders'}"]`,
    )

  it('stand with their unit, what is usual and what is possible', async () => {
    const mounted = await settings()
    const [first] = part(mounted).findAll('tr').map(read)
    expect(part(mounted).findAll('tr')).toHaveLength(7)
    expect(first).toMatch(/秒通常1分钟，可填30秒到5分钟$/)
    expect(part(mounted).get<HTMLInputElement>('#attention-lifeSafety').element.value).toBe('60')
    expect(part(mounted).get<HTMLInputElement>('#attention-untouched').element.value).toBe('10')
  })

  it('are saved only when changed and with a reason: what was changed, in ms', async () => {
    const mounted = await settings()
    const submit = () => part(mounted).get<HTMLButtonElement>('button[type=submit]')
    expect(submit().element.disabled).toBe(true)
    await part(mounted).get('#attention-lifeSafety').setValue('90')
    expect(submit().element.disabled).toBe(true)
    await part(mounted).get('input[maxlength="200"]').setValue('演练后改')
    expect(submit().element.disabled).toBe(false)
    await part(mounted).get('form').trigger('submit')
    await flushPromises()
    expect(mounted.station.of('site/attention-set')).toEqual([
      { lifeSafety: 90_000, reason: '演练后改' },
    ])
    expect(read(part(mounted).get('[role=status]'))).toBe('已保存')
  })

  it('say why they were refused', async () => {
    const mounted = await settings(
      {},
      { 'site/attention-set': () => refused('bad-input', '超出范围') },
    )
    await part(mounted).get('#attention-question').setValue('1')
    await part(mounted).get('input[maxlength="200"]').setValue('试')
    await part(mounted).get('form').trigger('submit')
    await flushPromises()
    expect(part(mounted).text()).toContain('超出范围')
  })

  it('read in English', async () => {
    const mounted = await settings({}, {}, 'en')
    expect(read(part(mounted).findAll('tr')[0]!)).toMatch(
      /usually 1 minute; 30 seconds to 5 minutes$/,
    )
    expect(part(mounted).text()).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('nothing stands where they could not be read', async () => {
    const mounted = await settings(
      {},
      { 'site/attention-read': () => refused('no-contact', '联系不上') },
    )
    expect(part(mounted).find('table').exists()).toBe(false)
  })
})
