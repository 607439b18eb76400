/**
 * The form of announcements: texts of the plans with their blanks filled, no gap goes out, and the
 * list says what waits, where each went and how it ended.
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import AnnounceDialog from '#renderer/console/pages/now/announce/AnnounceDialog.vue'
import { templatesOf } from '#renderer/console/pages/now/announce/templates.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { incident, NOW } from '../board-parts.ts'
import { accepted, mountConsole } from './desk.ts'

const RUNNING = incident({ id: 'i1', place: '三楼厨房', plans: [] })
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const words = (): string => dialog().textContent.replace(/\s+/g, ' ')
const button = (label: string): HTMLButtonElement =>
  [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent.includes(label))!
async function opened(
  shown: BoardIncident = RUNNING,
  answers: Parameters<typeof mountConsole>[2] = {},
) {
  const mounted = await mountConsole(AnnounceDialog, { incident: shown }, answers)
  await mounted.show({ incidents: [shown] })
  return mounted
}
async function write(text: string): Promise<void> {
  const field = dialog().querySelector('textarea')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
const save = async (): Promise<void> => {
  dialog().querySelector('form')!.requestSubmit()
  await flushPromises()
}

it('offers the texts of the plans, life safety first, blanks filled and the rest left as gaps', () => {
  const words = [
    plan('fire', [
      step('tell', { say: localized('{place}停业，电话{phone}', 'x') }),
      step('leave', { lifeSafety: true, announce: localized('请走安全出口', 'y') }),
    ]),
  ]
  const values = (name: string) => ({ value: name === 'place' ? '三楼' : null, label: name })
  expect(templatesOf(words, 'zh', values, (label) => `〔${label}〕`)).toMatchObject([
    { text: '请走安全出口', lifeSafety: true },
    { text: '三楼停业，电话〔phone〕', lifeSafety: false },
  ])
})

it('hands in what is not of life safety, and sends out what is; no gap goes out', async () => {
  const { station } = await opened()
  await write('请走〔出口〕')
  await save()
  expect(station.of('announcement/compose')).toEqual([])
  expect(words()).toContain('还有没填的：出口')
  await write('请走西门')
  expect(button('提交核对')).toBeDefined()
  await save()
  expect(station.of('announcement/compose')).toEqual([
    { incidentId: 'i1', text: '请走西门', targets: ['wall'], lifeSafety: false },
  ])
})

it('lists what waits, where each went and how it ended, and checks, says sent and ends', async () => {
  const common = {
    at: NOW,
    by: '周敏',
    targets: ['wall', 'chat-group'],
    lifeSafety: false,
  } as const
  const { station } = await opened({
    ...RUNNING,
    announcements: [
      {
        ...common,
        ...{ id: 'a1', text: '一号公告', outAt: NOW, checked: null, sent: [], ended: null },
      },
      { ...common, id: 'a2', text: '二号', outAt: null, checked: null, sent: [], ended: null },
      {
        ...{ ...common, id: 'a3', text: '三号', outAt: NOW, checked: null },
        sent: [{ target: 'chat-group', at: NOW, by: '周敏' }],
        ended: { at: NOW, by: '周敏', why: 'withdrawn', reason: null },
      },
    ],
  })
  expect(words()).toMatch(
    /公告3.*已撤下.*三号.*微信群.*周敏.*公告2待核对.*公告1.*还没有核对.*一号公告/,
  )
  button('已发微信群').click()
  await flushPromises()
  expect(station.of('announcement/sent')).toEqual([
    { incidentId: 'i1', announcementId: 'a1', target: 'chat-group' },
  ])
  button('核对无误').click()
  await flushPromises()
  expect(station.of('announcement/check')).toEqual([{ incidentId: 'i1', announcementId: 'a2' }])
  button('到期').click()
  await flushPromises()
  expect(station.of('announcement/end')).toEqual([
    { incidentId: 'i1', announcementId: 'a2', why: 'expired' },
  ])
})

it('is ticked for the channels of the site, whose way stands beside their name', async () => {
  const group = { id: 'o1', name: '业主群', kind: 'chat-group', way: 'copy', folder: null } as const
  const { station } = await opened(RUNNING, {
    'outlets/read': () => accepted<'outlets/read'>({ outlets: [group] }),
  })
  await write('请走西门')
  expect(words()).toContain('业主群人工复制粘贴')
  for (const box of dialog().querySelectorAll<HTMLInputElement>(
    'input[value=wall], input[value=o1]',
  ))
    box.click()
  await save()
  expect(station.of('announcement/compose')).toMatchObject([{ targets: [], outlets: ['o1'] }])
})

it('says of each channel whether it went there, with the reason where it did not', async () => {
  const outlets = [
    { id: 'o1', name: '业主群', kind: 'chat-group', way: 'copy' },
    { id: 'o2', name: '大堂屏', kind: 'screen', way: 'file' },
  ] as const
  const { station } = await opened({
    ...RUNNING,
    announcements: [
      {
        ...{ id: 'a1', text: '停业', at: NOW, by: '周敏', targets: [], outlets, lifeSafety: true },
        ...{ outAt: NOW, checked: { at: NOW, by: '周敏' }, sent: [], ended: null },
        tries: [
          {
            place: { outletId: 'o2', name: '大堂屏' },
            failed: true,
            reason: '满',
            at: NOW,
            by: '系统',
          },
        ],
      },
    ],
  })
  expect(words()).toMatch(/大堂屏 2026年11月24日 14:32没发成：满（系统）/)
  button('已发业主群').click()
  await flushPromises()
  document.querySelector<HTMLButtonElement>('[aria-label="没发成：大堂屏"]')!.click()
  await flushPromises()
  const reason = [...document.querySelectorAll('textarea')].at(-1)!
  reason.value = '屏坏了'
  reason.dispatchEvent(new Event('input'))
  await flushPromises()
  reason.closest('form')!.requestSubmit()
  await flushPromises()
  expect(station.of('announcement/sent')).toEqual([
    { incidentId: 'i1', announcementId: 'a1', outletId: 'o1' },
    { incidentId: 'i1', announcementId: 'a1', outletId: 'o2', failed: '屏坏了' },
  ])
})

const LEAVE: NonNullable<BoardIncident['announcements']>[number] = {
  ...{ id: 'a1', text: '请立即疏散', at: NOW, by: '周敏', targets: ['chat-group' as const] },
  ...{ sent: [], lifeSafety: true, outAt: NOW, checked: null, ended: null },
}

const OVER = {
  ...RUNNING,
  state: 'contained',
  announcements: [{ ...LEAVE, over: { at: NOW } }],
} as const

it('leaves of one that is over with its incident print and copy alone, and says since when', async () => {
  await opened(OVER)
  expect(words()).toContain('2026年11月24日 14:32随事件控制、解除或结束撤下')
  expect(
    [...dialog().querySelectorAll('article button')].map(({ textContent }) => textContent.trim()),
  ).toEqual(['打印存档', '复制'])
})

it.each([
  [
    'of a drill says that it is one',
    { ...RUNNING, drill: true, announcements: [LEAVE] },
    '【演练 EXERCISE】请立即疏散',
  ],
  ['stands by itself', { ...RUNNING, announcements: [LEAVE] }, '请立即疏散'],
  ['says that it is over, and since when', OVER, '【已结束 OVER 2026-11-24 14:32】请立即疏散'],
  [
    'says that a person has ended it',
    {
      ...RUNNING,
      announcements: [
        { ...LEAVE, ended: { at: NOW, by: '周敏', why: 'expired' as const, reason: null } },
      ],
    },
    '【已结束 OVER 2026-11-24 14:32】请立即疏散',
  ],
  [
    'says that nobody has checked it',
    { ...RUNNING, announcements: [{ ...LEAVE, outAt: null }] },
    '【待核对，不得发布 NOT CHECKED, DO NOT ISSUE】请立即疏散',
  ],
  [
    'says that it was never issued',
    { ...OVER, announcements: [{ ...LEAVE, outAt: null, over: { at: null } }] },
    '【没有发布，已作废 NEVER ISSUED, VOID】请立即疏散',
  ],
])('what is copied %s, and the copy is in the log', async (_what, shown, copied) => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  const { station } = await opened(shown)
  document.querySelector<HTMLButtonElement>('article [aria-label$="公告1"]')!.click()
  await flushPromises()
  expect(writeText).toHaveBeenCalledWith(copied)
  expect(station.of('announcement/taken')).toEqual([
    { incidentId: 'i1', announcementId: 'a1', way: 'copy' },
  ])
  vi.unstubAllGlobals()
})
