/** The part 备机 of the page 设置: a text that pairs one, how far it is, and who has taken over. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SpareRead } from '#shared/contract/spare.ts'
import { NOW } from '../board-parts.ts'
import { accepted, NO_SPARE, read } from './desk.ts'
import { settings } from './site-kit.ts'

const OPEN: SpareRead = {
  ...NO_SPARE,
  open: { port: 40_123, hosts: ['192.168.1.5'], fingerprint: 'ab' },
  ...{ follower: { host: '192.168.1.6', seq: 118, at: NOW }, position: 120 },
}
const TEXT = 'https://192.168.1.5:40123#ab/code'

async function page(part: Partial<SpareRead>) {
  const mounted = await settings(
    {},
    {
      'spare/read': () => accepted<'spare/read'>({ ...OPEN, ...part }),
      'spare/invite': () => accepted<'spare/invite'>({ text: TEXT }),
      'spare/shut': () => accepted<'spare/shut'>({}),
    },
  )
  const find = () => mounted.page.get('[data-part=spare]')
  return {
    ...mounted,
    words: () => read(find()),
    async press(label: string) {
      await find()
        .findAll('button')
        .find((button) => read(button) === label)!
        .trigger('click')
      await flushPromises()
    },
  }
}

it('says how far the spare is, and since when it is silent', async () => {
  const following = await page({})
  expect(following.words()).toContain('192.168.1.6 有到第118条 · 差2条')
  expect(following.words()).toContain('40123（本机地址 192.168.1.5）')
  following.page.unmount()
  const silent = await page({ follower: { host: '192.168.1.6', seq: 118, at: NOW - 60_000 } })
  expect(silent.words()).toContain('192.168.1.6 没有跟上来')
  silent.page.unmount()
})

it('gives the text that pairs a spare, and lets none in any more', async () => {
  const mounted = await page({ follower: null })
  expect(mounted.words()).toContain('还没有备机')
  await mounted.press('接入备机…')
  expect(mounted.words()).toContain(TEXT)
  expect(mounted.words()).toContain('station follow')
  await mounted.press('不再接备机')
  expect(mounted.words()).not.toContain(TEXT)
  expect(mounted.station.of('spare/shut')).toHaveLength(1)
  mounted.page.unmount()
})

it('says who has taken over, since when, and what is here alone', async () => {
  const mounted = await page({ taken: { by: '备用电脑', at: NOW, epoch: 2, position: 117 } })
  expect(mounted.words()).toMatch(
    /“备用电脑”自2026-.*起已接管，这台机器不再记录。接管时它有到第117条/,
  )
  mounted.page.unmount()
})
