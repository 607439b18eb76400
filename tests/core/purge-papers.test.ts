/** A paper that was issued or signed and is drawn again after a purge says how much is gone. */
import { afterEach, expect, it } from 'vitest'
import { handoverDocument } from '#shared/domain/document/handover-document.ts'
import { localized } from '#shared/domain/text.ts'
import type { Kit } from '../kit/station.ts'
import { NOVEMBER, openDecember } from './november.ts'

let kit: Kit
afterEach(() => kit.stop())
const SITE = localized('站', 'Site')

it('a signed handover, and one without personal values of what it still prints', async () => {
  kit = (await openDecember('sqlite')).kit
  await kit.ask('handover/note', { words: '二号门卡死，找张三' })
  const { handoverId: id } = await kit.ask('handover/give', { gives: '周敏' })
  await kit.ask('handover/take', { handoverId: id, takes: '王磊' })
  expect(await kit.ask('handover/show', { id })).not.toHaveProperty('purged')
  await kit.journal.forget({ streams: ['handover'], seals: [] })
  kit = await kit.restart('1 min')
  const signed = await kit.ask('handover/show', { id })
  expect(signed.purged).toBeGreaterThan(0)
  expect(JSON.stringify(signed)).not.toContain('张三')
  const of = { zone: 'Asia/Shanghai', site: SITE, personal: true }
  expect(handoverDocument(signed, null, of).lines.at(-1)?.zh).toBe(
    `与原件相同，仅${signed.purged}处已按规定清除`,
  )
  const plain = await kit.ask('handover/show', { id, plain: true })
  expect(plain.purged ?? 0).toBeLessThan(signed.purged ?? 0)
})

it('an issue of the monthly report; its draft has no other that it could be the same as', async () => {
  const december = await openDecember('sqlite')
  kit = december.kit
  await kit.ask('report/issue', NOVEMBER)
  expect((await kit.ask('report/read', { ...NOVEMBER, number: 0 })).purged).toBe(0)
  await kit.journal.forget({ streams: [`incident.${december.id}`], seals: [] })
  kit = await kit.restart('1 min')
  expect((await kit.ask('report/read', { ...NOVEMBER, number: 0 })).purged).toBe(1)
  expect((await kit.ask('report/read', NOVEMBER)).purged).toBe(0)
})
