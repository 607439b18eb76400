/** 设置 → 个人信息: the days, what goes next, what is held, and one person looked up and purged. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { FoundPersonal, RetentionRead } from '#shared/contract/retention.ts'
import { localized } from '#shared/domain/text.ts'
import { NOW } from '../board-parts.ts'
import { accepted, read, refused } from './desk.ts'
import { settings } from './site-kit.ts'

const SEAL = 'a'.repeat(64)
const SET: RetentionRead = {
  ...{ offered: true, days: 365, exceptions: [], range: [30, 3650], total: 2, purged: null },
  source: localized('出处', 'Source'),
  next: [
    { incidentId: 'i1', number: '2026-017', at: NOW, waits: null },
    { incidentId: 'i2', number: null, at: NOW, waits: 'held' },
  ],
  holds: [{ incidentId: 'i2', number: null, reason: '诉讼中', by: '周敏', at: NOW }],
}
const value = (part: Partial<FoundPersonal> = {}): FoundPersonal => ({
  ...{ sealed: SEAL, value: '金雀儿说冒烟', at: NOW, incidentId: 'i1', number: '2026-017' },
  ...{ where: localized('事件', 'incident'), field: localized('来电所述', 'words') },
  keeps: null,
  ...part,
})

it('shows what goes next and what is held, and saves other days with a reason', async () => {
  const { page, station: link } = await settings(
    {},
    {
      'retention/read': () => accepted<'retention/read'>(SET),
      'retention/set': () => accepted<'retention/set'>({}),
    },
  )
  const part = page.get('[data-part=retention]')
  expect(read(part)).toContain('2026-017')
  expect(read(part)).toContain('保留中')
  expect(read(part)).toContain('诉讼中')
  await part.get('#retention-days').setValue('90')
  await part
    .findAll('button')
    .find((button) => button.text() === '添加例外')!
    .trigger('click')
  const [, level] = part.findAll('select')
  await level!.setValue('1')
  await part.findAll('input[type=number]')[1]!.setValue('1000')
  await part.get('form input[maxlength="200"]').setValue('评估后定')
  await part.get('form').trigger('submit')
  await flushPromises()
  expect(link.of('retention/set')).toEqual([
    { days: 90, exceptions: [{ type: null, level: 1, days: 1000 }], reason: '评估后定' },
  ])
})

it('looks a person up, says what stays and why, and purges only what may go', async () => {
  const { page, station: link } = await settings(
    {},
    {
      'retention/find': () =>
        accepted<'retention/find'>({
          ...{ clear: [], more: false, position: 9 },
          found: [
            value(),
            value({
              ...{ sealed: 'b'.repeat(64), value: '金雀儿', incidentId: null, number: null },
              ...{ where: localized('通讯录', 'contacts'), keeps: localized('先移除', 'Remove') },
            }),
          ],
        }),
      'retention/purge': () => accepted<'retention/purge'>({ values: 1, files: 0 }),
    },
  )
  const person = page.get('.person')
  await person.get('input').setValue('金雀儿')
  await person.get('form').trigger('submit')
  await flushPromises()
  expect(read(person)).toContain('查到2处，可以清除1处')
  expect(read(person)).toContain('先移除')
  expect(person.findAll('input[type=checkbox]')).toHaveLength(1)
  await person
    .findAll('button')
    .find((button) => button.text().startsWith('清除选上'))!
    .trigger('click')
  await flushPromises()
  const dialog = document.querySelector<HTMLElement>('.el-dialog')!
  const reason = dialog.querySelector('textarea')!
  reason.value = '本人要求'
  reason.dispatchEvent(new Event('input'))
  await flushPromises()
  dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click()
  await flushPromises()
  expect(link.of('retention/purge')).toEqual([{ seals: [SEAL], reason: '本人要求' }])
  expect(read(page.get('.person'))).toContain('已清除1处')
})

it('says in words what the station refuses', async () => {
  const { page } = await settings(
    {},
    { 'retention/find': () => refused('bad-input', '请写至少2个字') },
  )
  const person = page.get('.person')
  await person.get('input').setValue('金')
  await person.get('form').trigger('submit')
  await flushPromises()
  expect(read(person)).toContain('请写至少2个字')
})
