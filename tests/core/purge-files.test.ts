/**
 * Files that are attached while something is being purged: the record names none that is missing,
 * and none stays that nobody names.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { createFileList, verifiedWith } from '#main/adapters/files/check-files.ts'
import { archive, attached, dataOf, days, openPurging, reported, rule } from '../kit/purging.ts'
import { photo } from '../kit/sample-files.ts'
import { dispatcher, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

let kit: Kit
afterEach(() => kit.stop())

const lies = (fileId: string): boolean => existsSync(join(dataOf(kit), 'files', fileId))
async function verified(): Promise<unknown> {
  const list = createFileList()
  return verifiedWith(await kit.journal.verify(list.hear), list, dataOf(kit))
}
async function* content(words: string): AsyncGenerator<Uint8Array> {
  yield photo(words)
}

it('one that is attached elsewhere while it is purged is refused or stays, and is never named and missing', async () => {
  let sending: Promise<{ ok: boolean }> | null = null
  const orders: string[] = []
  kit = await openPurging({
    ledger: (ledger) => ({
      ...ledger,
      give(id) {
        ledger.give(id)
        orders.push(id)
      },
    }),
  })
  const first = await reported(kit)
  const fileId = await attached(kit, first)
  await archive(kit, first)
  const incidentId = await reported(kit)
  await rule(kit)
  const { findEvents } = kit.journal
  // once what the record says of the file is read, the other one is attached, if it can be now
  kit.journal.findEvents = async (...query) => {
    const page = await findEvents(...query)
    if (orders.length === 0 || sending) return page
    sending = kit.send('incident/file-attach', { incidentId, fileId, name: '同一张' })
    for (let turns = 0; turns < 200; turns++) await turn()
    return page
  }
  await days(kit, '61 d')
  await until(() => expect(sending).not.toBeNull())
  const answer = await sending!
  expect(orders).toHaveLength(1)
  expect(lies(fileId)).toBe(answer.ok)
  expect(await verified()).toMatchObject({ ok: true })
})

it('one whose incident was archived while it came in does not lie there for good; what is named stays', async () => {
  let meanwhile = async (): Promise<void> => undefined
  kit = await openPurging({
    files: (store) => ({
      ...store,
      async keep(fileId) {
        const file = await store.keep(fileId)
        await meanwhile()
        return file
      },
    }),
  })
  const incidentId = await reported(kit)
  const stays = await attached(kit, await reported(kit), { words: 'another photo' })
  await kit.ask('incident/move', { incidentId, to: 'closed' })
  const taken = await kit.station.takeFile(content('too late'), incidentId, dispatcher)
  const fileId = taken.ok ? taken.fileId : ''
  meanwhile = async () => {
    await kit.ask('incident/move', { incidentId, to: 'archived' })
  }
  expect(
    await kit.send('incident/file-attach', { incidentId, fileId, name: '晚了' }),
  ).toMatchObject({ ok: false, code: 'incident-over' })
  expect(lies(fileId)).toBe(true)
  await days(kit, '2 d')
  await until(async () => {
    await kit.clock.advance('1 s')
    expect(lies(fileId)).toBe(false)
  })
  expect(lies(stays)).toBe(true)
  expect(await kit.station.fileOf(fileId, dispatcher)).toMatchObject({ code: 'unknown-file' })
  expect(await verified()).toMatchObject({ ok: true })
})
