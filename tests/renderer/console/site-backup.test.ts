/** The backups on the page 设置: chosen, made, restored, and both heads seen before a switch. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { BackupLine, BackupsRead } from '#shared/contract/backup.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, read, refused, type MountedConsole } from './desk.ts'
import { settings } from './site-kit.ts'

const AT = Date.parse('2026-11-24T10:00:00+08:00')
const HASH = 'abcdef0123456789'
const line = (n: number): BackupLine => ({
  name: `vigil-云雀湾-${n}`,
  madeAt: AT - n * 3_600_000,
  position: 100 - n,
  hash: HASH,
  bytes: 2_048,
})
const NOW: BackupsRead = {
  offered: true,
  place: { folder: '/mnt/backup', since: AT },
  backups: [line(0), line(1)],
  last: line(0),
  bytes: 4_096,
  free: 5 * 1024 ** 3,
  schemaCopies: [],
  next: AT + 3_600_000,
  lateness: 'no',
  fault: null,
  job: null,
  restored: null,
  head: { position: 120, hash: HASH, at: AT },
  canSwitch: true,
}
const RESTORED: BackupsRead['restored'] = {
  ok: true,
  backup: line(1).name,
  folder: '/data/new',
  head: { position: 99, hash: 'fedcba9876543210', at: AT - 3_600_000 },
}

type Answers = Parameters<typeof settings>[1]
async function page(
  part: Partial<BackupsRead> = {},
  answers: Answers = {},
): Promise<
  MountedConsole<unknown> & { part: () => VueWrapper; button: (words: string) => Promise<void> }
> {
  const mounted = await settings(
    {},
    { 'backup/read': () => accepted<'backup/read'>({ ...NOW, ...part }), ...answers },
  )
  const find = () => mounted.page.get('[data-part=backup]') as unknown as VueWrapper
  return {
    ...mounted,
    part: find,
    async button(words) {
      const match = find()
        .findAll('button')
        .find((button) => read(button).includes(words))
      if (!match) throw new Error(`no button ${words}: ${read(find())}`)
      await match.trigger('click')
      await flushPromises()
    },
  }
}

it('says when the last one was made, the next is due, and how much room there is', async () => {
  const { page: mounted, part } = await page()
  expect(read(part())).toMatch(/最近一份.*2026-11-24 10:00:00.*共100条，已核对/)
  expect(read(part())).toMatch(/下一份.*11:00:00/)
  expect(read(part())).toContain('2份，共4.0 KB；盘上还剩5.0 GB')
  mounted.unmount()
})

it('warns where no place is chosen, shows no button then, and sends the place that is', async () => {
  const { page: mounted, part, station } = await page({ place: null, backups: [], last: null })
  expect(read(part())).toContain('未设置备份位置')
  expect(part().findAll('button').map(read)).toEqual(['保存位置'])
  await part().get('input').setValue(' /mnt/other ')
  await part().get('form').trigger('submit')
  await flushPromises()
  expect(station.of('backup/place-set')).toEqual([{ folder: '/mnt/other' }])
  mounted.unmount()
})

it('makes one now, says how far it is, and why the last try failed', async () => {
  const { page: mounted, part, station, button } = await page()
  await button('现在备份')
  expect(station.of('backup/begin')).toHaveLength(1)
  mounted.unmount()
  const busy = await page({
    job: { kind: 'backup', phase: 'checking', since: AT },
    fault: { ok: false, code: 'backup-not-written', message: localized('备份盘不在', 'gone') },
  })
  expect(read(busy.part())).toContain('正在核对')
  expect(read(busy.part())).toContain('备份盘不在')
  expect(read(part())).not.toContain('正在核对')
  busy.page.unmount()
})

it('restores the chosen one into the folder that is named, and says why it was refused', async () => {
  const {
    page: mounted,
    part,
    station,
    button,
  } = await page({}, { 'backup/restore': () => refused('folder-not-whole', '要写完整路径') })
  await part().findAll('tbody button')[1]!.trigger('click')
  expect(read(part())).toContain('恢复2026-11-24 09:00:00的备份')
  await part().findAll('.restore input')[0]!.setValue('new')
  await part().get('.restore form').trigger('submit')
  await flushPromises()
  expect(station.of('backup/restore')).toEqual([{ backup: line(1).name, folder: 'new' }])
  expect(read(part())).toContain('要写完整路径')
  await button('取消')
  expect(part().find('.restore form').exists()).toBe(false)
  mounted.unmount()
})

it('shows both heads and what would be missing, and switches only when somebody says to be sure', async () => {
  const {
    page: mounted,
    part,
    station,
  } = await page({ restored: RESTORED }, { 'backup/switch': () => accepted<'backup/switch'>({}) })
  const rows = part().findAll('.restore tbody tr').map(read)
  expect(rows[0]).toMatch(/^现在的记录120.*10:00:00abcdef012345$/)
  expect(rows[1]).toMatch(/^恢复的记录99.*09:00:00fedcba987654$/)
  expect(read(part())).toContain('会缺最近21条')
  const go = () => part().get<HTMLButtonElement>('.restore button.strong')
  expect(go().element.disabled).toBe(true)
  await part().get('.restore input[type=checkbox]').setValue(true)
  await go().trigger('click')
  await flushPromises()
  expect(station.of('backup/switch')).toEqual([{ folder: '/data/new' }])
  expect(read(part())).toContain('正在重新启动')
  mounted.unmount()
})

it('gives the command to start with where the station cannot switch by itself', async () => {
  const { page: mounted, part } = await page({ restored: RESTORED, canSwitch: false })
  expect(read(part().get('.restore code'))).toBe('station serve --data /data/new')
  expect(part().find('.restore input[type=checkbox]').exists()).toBe(false)
  mounted.unmount()
})

it('says why a restore failed', async () => {
  const { page: mounted, part } = await page({
    restored: {
      ok: false,
      code: 'backup-damaged',
      message: localized('备份损坏', 'damaged'),
      backup: line(1).name,
    },
  })
  expect(read(part())).toContain('备份损坏')
  mounted.unmount()
})
