/** What was handed down and what has become of it at each site; taking it back. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderState } from '#shared/contract/hq-replies.ts'
import { frame, NOW, openHqPages, site, ZHAO } from './hq-desk.ts'

beforeEach(() => {
  location.hash = ''
})

describe('what was handed down', () => {
  const order = {
    ...{ id: '1', kind: 'order' as const, title: '防汛', at: NOW, by: '赵敏', withdrawals: [] },
  }

  it('takes back with a reason what sites have not answered, and says what came of it', async () => {
    const at = (id: string, state: OrderState, withdrawn = false) => ({
      site: id,
      state,
      withdrawn,
    })
    let sites = [at('1', 'accepted'), at('2', 'received'), at('3', 'waiting')]
    const { page, asked, send, go } = await openHqPages({
      'orders/read': () => [{ ...order, sites }],
      'order/withdraw': () => ({ sites: 2 }),
    })
    await send(frame([site('1'), site('2'), site('3')]))
    await go('#/orders')
    const act = () => page.find('article > button')
    expect(act().attributes('aria-label')).toBe('撤回：防汛')
    await act().trigger('click')
    expect(page.find('article form').text()).toContain('还没有答复的2个单位')
    expect(page.find('article .strong').attributes('disabled')).toBeDefined()
    await page.find('article form').trigger('keydown', { key: 'Escape' })
    expect(page.find('article form').exists()).toBe(false)
    await act().trigger('click')
    await page.find('article input').setValue(' 写错了 ')
    sites = [at('1', 'accepted', true), at('2', 'withdrawn', true), at('3', 'waiting', true)]
    await page.find('article form').trigger('submit')
    await flushPromises()
    expect(asked).toContainEqual({ name: 'order/withdraw', input: { order: '1', why: '写错了' } })
    expect(page.findAll('article li').map((line) => line.find('b').text())).toEqual([
      ...['已采用，撤回晚了', '已撤回', '正在撤回，单位还不知道'],
    ])
    expect(act().exists()).toBe(false)
  })

  it('offers no withdrawal to who may only look, and says by whom one was', async () => {
    const { page, go } = await openHqPages({
      'me/read': () => ({ ...ZHAO, role: 'viewer' }),
      'orders/read': () => [
        {
          ...order,
          withdrawals: [{ at: NOW, by: '孙立', why: '写错了', sites: 2 }],
          sites: [{ site: '1', state: 'received', withdrawn: false }],
        },
      ],
    })
    await go('#/orders')
    expect(page.find('article').text()).toMatch(/孙立于.*在2个单位撤回：写错了/)
    expect(page.find('article button').exists()).toBe(false)
  })
})
