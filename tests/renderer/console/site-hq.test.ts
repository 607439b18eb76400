/** The part 总部 of the page 设置: paired, how far it is handed up, stopped, and what came down. */
import { DOMWrapper, flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { HandUpRead, OrderLine } from '#shared/contract/hand-up-requests.ts'
import { accepted, NO_HQ, read, refused } from './desk.ts'
import { settings } from './site-kit.ts'

const AT = Date.parse('2026-11-24T09:12:00+08:00')
const HQ: HandUpRead = {
  ...NO_HQ,
  paired: {
    ...{ site: 's1', name: '集团总部', url: 'https://hq.example:8443' },
    ...{ since: AT, by: '周敏', pinned: true },
  },
  ...{ state: 'online', since: AT, position: 1_234, handedUp: 1_234, waiting: 0 },
}
const ORDER: OrderLine = {
  ...{ id: 'o1', kind: 'order', title: '台风戒备', writtenAt: AT, receivedAt: AT },
  answer: null,
}

type Answers = Parameters<typeof settings>[1]
async function page(part: Partial<HandUpRead>, answers: Answers = {}) {
  const mounted = await settings(
    {},
    { 'hq/read': () => accepted<'hq/read'>({ ...HQ, ...part }), ...answers },
  )
  return { ...mounted, words: () => read(mounted.page.get('[data-part=hq]')) }
}
const body = new DOMWrapper(document.body)
/** The dialog that was opened last: one that closes takes its time. */
const dialog = () => body.findAll('.el-dialog').at(-1)!
async function click(label: string): Promise<void> {
  const match = body
    .findAll('[data-part=hq] button, .el-dialog button')
    .findLast((button) => read(button) === label)
  if (!match) throw new Error(`no button ${label}`)
  await match.trigger('click')
  await flushPromises()
}
async function submit(words?: string): Promise<void> {
  if (words !== undefined) await dialog().get('textarea').setValue(words)
  await dialog().get('form').trigger('submit')
  await flushPromises()
}

it('says how far the record is handed up, how many entries wait, and whether HQ is there', async () => {
  const online = await page({})
  expect(online.words()).toContain('已上交至第1234号 · 待上交0条 · 总部在线')
  expect(online.words()).toContain('集团总部（https://hq.example:8443）')
  expect(online.words()).toContain('只认配对时的证书')
  online.page.unmount()
  const offline = await page({ state: 'offline', handedUp: 1_200, waiting: 34 })
  expect(offline.words()).toMatch(
    /已上交至第1200号 · 待上交34条 · 总部不通，自2026-11-24 09:12:00起/,
  )
  offline.page.unmount()
  const asking = await page({ state: 'asking', since: null, handedUp: null, waiting: null })
  expect(asking.words()).toContain('正在联系总部')
  asking.page.unmount()
})

it('pairs by the text of HQ, and says what was wrong with it', async () => {
  let isRight = false
  const mounted = await page(
    { ...NO_HQ },
    {
      'hq/pair': () =>
        isRight
          ? accepted<'hq/pair'>({ name: '集团总部' })
          : refused('pairing-unreadable', '这不是总部给出的配对文字'),
    },
  )
  expect(mounted.words()).toContain('未与总部配对')
  await click('配对…')
  await submit(' https://hq.example#abcdefgh ')
  expect(read(dialog())).toContain('这不是总部给出的配对文字')
  isRight = true
  await submit()
  expect(mounted.station.of('hq/pair')).toEqual(
    Array(2).fill({ pairing: 'https://hq.example#abcdefgh' }),
  )
  mounted.page.unmount()
})

it('a fork says where, and a new epoch is begun with a reason alone', async () => {
  const mounted = await page(
    { state: 'stopped', trouble: { why: 'fork', at: 801, epoch: null } },
    { 'hq/begin-epoch': () => accepted<'hq/begin-epoch'>({ epoch: 2 }) },
  )
  expect(mounted.words()).toContain('从第801条起，总部的记录与本站不同')
  expect(mounted.words()).toContain('已停止上交')
  await click('以本站为准，另起记录代…')
  await submit('旧备份已停用')
  expect(mounted.station.of('hq/begin-epoch')).toEqual([{ reason: '旧备份已停用' }])
  mounted.page.unmount()
  const fine = await page({})
  expect(fine.words()).not.toContain('另起记录代')
  fine.page.unmount()
})

it('what HQ has taken back is read and cannot be answered; what was accepted before stays', async () => {
  const withdrawn = { at: AT, writtenAt: AT, reason: '日期有误' }
  const answer = { to: 'accepted', at: AT, by: '周敏', reason: null } as const
  const mounted = await page(
    {
      orders: [
        { ...ORDER, withdrawn },
        { ...ORDER, id: 'o2', title: '汛期值守', answer, withdrawn },
      ],
    },
    { 'hq/order': () => accepted<'hq/order'>({ ...ORDER, withdrawn, body: '收好户外物品' }) },
  )
  expect(mounted.words()).toMatch(/台风戒备.*总部已撤回，.*：日期有误/)
  expect(mounted.words()).toMatch(/周敏已采用.*总部要撤回.*本站已采用，不受影响/)
  await click('查看')
  expect(read(dialog())).toMatch(/总部已撤回，.*：日期有误/)
  expect(dialog().findAll('button').map(read)).not.toContain('采用')
  mounted.page.unmount()
})

it('what HQ has handed down is read word for word, accepted, or declined with a reason', async () => {
  const mounted = await page(
    { orders: [ORDER] },
    {
      'hq/order': () => accepted<'hq/order'>({ ...ORDER, body: '今晚18时前收好户外物品' }),
      'hq/order-accept': () => accepted<'hq/order-accept'>({}),
      'hq/order-decline': () => accepted<'hq/order-decline'>({}),
    },
  )
  await click('查看')
  expect(read(dialog())).toContain('今晚18时前收好户外物品')
  await click('采用')
  expect(mounted.station.of('hq/order-accept')).toEqual([{ orderId: 'o1' }])
  await click('查看')
  await click('谢绝…')
  await submit('已有更严的安排')
  expect(mounted.station.of('hq/order-decline')).toEqual([
    { orderId: 'o1', reason: '已有更严的安排' },
  ])
  mounted.page.unmount()
})
