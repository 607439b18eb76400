/**
 * Planted: an HQ that answers a push at once and writes it a moment later, in order, as a cache
 * would. What it says of a site's head is what it is about to write.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { startHqServer } from '#main/adapters/hq-http/hq-server.ts'
import { hqVault, openSigner } from '#main/adapters/hq-vault.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { openStore } from '#main/adapters/postgres/postgres-store.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { createHq } from '#main/hq/hq.ts'
import type { HqStore } from '#main/hq/hq-ports.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'

const LATER_MS = 300

function early(store: HqStore): HqStore {
  const heads = new Map<string, Head>()
  let written = Promise.resolve()
  const withHead = <T extends { id: string; head: Head } | null>(there: T): T =>
    there && { ...there, head: heads.get(there.id) ?? there.head }
  return {
    ...store,
    push(push) {
      heads.set(push.site, push.to)
      const due = pause(LATER_MS)
      written = written.then(async () => {
        await due
        await store.push(push)
      })
      return Promise.resolve(true)
    },
    siteOfToken: async (digest) => withHead(await store.siteOfToken(digest)),
    site: async (id) => withHead(await store.site(id)),
  }
}

const { VIGIL_HQ_DATABASE: url = '', VIGIL_HQ_KEY: key = '' } = process.env
const log = { info: () => undefined, error: () => undefined }
const hq = createHq({
  ...{ name: '总部', store: early(openStore(openPostgres({ url }))), clock: systemClock, log },
  ...{ mono: systemClock.mono, vault: hqVault, signer: openSigner(key), types: [] },
})
const server = await startHqServer({
  ...{ hq, log, mono: systemClock.mono, certificate: null, address: '127.0.0.1', port: 0 },
})
console.log(JSON.stringify({ url: server.url, name: '总部' }))
