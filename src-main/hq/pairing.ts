/** Pairs a station with HQ by a code that is valid once, and lets it in by a token afterwards. */
import type { PairInput, PairReply } from '#shared/contract/hand-up.ts'
import type { Answer } from './hq-api.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import type { HqClock, HqSigner, HqStore, HqVault } from './hq-ports.ts'
import { refusal } from './ingest.ts'

/** How long a code may wait to be copied (ms). */
export const CODE_MS = 24 * 60 * 60_000

export type PairingParts = {
  name: string
  store: Pick<HqStore, 'pair' | 'addCode' | 'siteOfToken' | 'endTokens'>
  clock: Pick<HqClock, 'wall'>
  vault: HqVault
  signer: Pick<HqSigner, 'publicKey'>
}

/** As people copy a code: without spaces and hyphens, in capitals. */
export const plainCode = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

export function createPairing({ name, store, clock, vault, signer }: PairingParts) {
  return {
    /**
     * A code for a site of this region. `site`: it is meant for one that is paired already (a new
     * disk, a spare), and for no other record. `by`: who makes it.
     */
    async code(region: string, by: string, site: string | null = null): Promise<string> {
      const fresh = vault.pairingCode()
      const at = clock.wall()
      const digest = vault.sha256(plainCode(fresh))
      await store.addCode({ digest, region, site, at, by, expiresAt: at + CODE_MS })
      return fresh
    },

    /**
     * Spends the code. A record that HQ knows by its first event stays the site that it is, and
     * tokens of before stay valid: a spare pairs like the station that it stands beside.
     */
    async pair({ code, ...introduction }: PairInput): Promise<Answer<PairReply>> {
      const at = clock.wall()
      const token = vault.token()
      const paired = await store.pair({
        ...introduction,
        codeDigest: vault.sha256(plainCode(code)),
        tokenDigest: vault.sha256(token),
        newSite: vault.id(at),
        at,
      })
      if (!paired.ok) return refusal(paired.code)
      const { site, head } = paired
      return { ok: true, site, token, head, hq: { name, key: signer.publicKey } }
    },

    /** The head held of `site`, if this token is one of its; else null. */
    async admit(site: string, token: string): Promise<Head | null> {
      const known = await store.siteOfToken(vault.sha256(token))
      return known?.id === site ? known.head : null
    },

    /** Ends all tokens of a site: its stations are not let in any more until they pair again. */
    unpair: (site: string): Promise<void> => store.endTokens(site, clock.wall()),
  }
}
export type Pairing = ReturnType<typeof createPairing>
