/**
 * Takes in what a site hands up: the chain is verified, then everything is written by
 * compare-and-set on the head, so that nothing is ever doubled or left out (ADR 65).
 */
import type { HandUpRefused, PushInput, PushReply } from '#shared/contract/hand-up.ts'
import { isSamePoint, NOWHERE, type Head, type Point } from '#shared/domain/hand-up/point.ts'
import { brokenAt } from './chain.ts'
import type { Answer } from './hq-api.ts'
import type { HqClock, HqStore, HqVault } from './hq-ports.ts'

export type IngestParts = {
  store: Pick<HqStore, 'push' | 'hashesAt' | 'noteFork' | 'site'>
  clock: Pick<HqClock, 'wall'>
  vault: Pick<HqVault, 'sha256'>
}

export const refusal = (
  code: HandUpRefused['code'],
  more: Omit<HandUpRefused, 'code'> = {},
): { ok: false } & HandUpRefused => ({ ok: false, code, ...more })

export function createIngest({ store, clock, vault }: IngestParts) {
  async function holds(site: string, point: Point): Promise<boolean> {
    if (isSamePoint(point, NOWHERE)) return true
    return (await store.hashesAt(site, [point.seq])).get(point.seq) === point.hash
  }

  /** Why a push whose chain holds does not fit: a lost answer, or another record. */
  async function misfit(
    site: string,
    { epoch, after, events }: PushInput,
    head: Head,
  ): Promise<{ ok: false } & HandUpRefused> {
    if (epoch < head.epoch) return refusal('epoch', { head })
    // a record that holds less has lost its end (a backup was restored): it is handed up again
    if (after.seq > head.seq) return refusal('behind', { head })
    const came = [...(after.seq > 0 ? [after] : []), ...events]
    const hashes = await store.hashesAt(
      site,
      came.map(({ seq }) => seq),
    )
    const other = came.find(({ seq, hash }) => hashes.has(seq) && hashes.get(seq) !== hash)
    if (!other) return refusal('behind', { head })
    await store.noteFork(
      site,
      head.epoch,
      { seq: other.seq, held: hashes.get(other.seq) ?? '', came: other.hash },
      clock.wall(),
    )
    return refusal('fork', { head, at: other.seq })
  }

  /**
   * A station of the epoch that HQ has, whose record is another one: it hands nothing up, so that
   * what it asks about is all that HQ sees of the fork.
   */
  async function noteOther(
    site: string,
    points: readonly Point[],
    hashes: ReadonlyMap<number, string>,
  ): Promise<void> {
    const [other] = points
      .filter(({ seq, hash }) => hashes.has(seq) && hashes.get(seq) !== hash)
      .sort((a, b) => a.seq - b.seq)
    const row = other && (await store.site(site))
    if (!row || row.heard?.station.epoch !== row.head.epoch) return
    const fork = { seq: other.seq, held: hashes.get(other.seq) ?? '', came: other.hash }
    await store.noteFork(site, row.head.epoch, fork, clock.wall())
  }

  return {
    /**
     * Writes the events, or says why not: `chain-broken`, `epoch`, `behind`, `fork`. `head`: what
     * HQ had of the site when its token was read.
     */
    async push(site: string, head: Head, input: PushInput): Promise<Answer<PushReply>> {
      const { epoch, after, events, tallies } = input
      const broken = brokenAt(after, events, vault.sha256)
      if (broken !== null) return refusal('chain-broken', { seq: broken })
      const last = events.at(-1)
      if (!last) return refusal('bad-input')
      const newEpoch = epoch > head.epoch // of a copy from earlier HQ may miss several
      const fits = newEpoch
        ? after.seq <= head.seq && (await holds(site, after))
        : epoch === head.epoch && isSamePoint(after, head)
      const to = { epoch, seq: last.seq, hash: last.hash }
      const at = clock.wall()
      const written =
        fits && (await store.push({ site, from: head, after, to, newEpoch, events, tallies, at }))
      if (written) return { ok: true, head: to, at }
      const now = (await store.site(site))?.head ?? head
      return misfit(site, input, now)
    },

    /** The last of these points that HQ holds, too; null: none. */
    async common(site: string, points: readonly Point[]): Promise<Point | null> {
      const hashes = await store.hashesAt(
        site,
        points.map(({ seq }) => seq),
      )
      await noteOther(site, points, hashes)
      return points
        .filter((point) => isSamePoint(point, NOWHERE) || hashes.get(point.seq) === point.hash)
        .reduce<Point | null>((last, point) => (last && last.seq > point.seq ? last : point), null)
    },
  }
}
export type Ingest = ReturnType<typeof createIngest>
