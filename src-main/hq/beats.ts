/** Notes that a site is there, how far its record goes, and by how much its clock differs. */
import { OUT_OF_TOUCH_MS, type BeatInput, type BeatReply } from '#shared/contract/hand-up.ts'
import type { Answer } from './hq-api.ts'
import { forkText } from '#shared/domain/hand-up/fork.ts'
import type { Heard, HqClock, HqSigner, HqStore, SiteRow } from './hq-ports.ts'
import { refusal } from './ingest.ts'

/** Whether HQ has heard nothing for thirty seconds, 失联; before the first word it has not. */
export const isOutOfTouch = (heard: Heard | null, now: number): boolean =>
  heard === null || now - heard.at > OUT_OF_TOUCH_MS

/** A site that was unpaired is no longer awaited. */
export const isAway = (
  { heard, unpairedAt }: Pick<SiteRow, 'heard' | 'unpairedAt'>,
  now: number,
): boolean => unpairedAt === null && isOutOfTouch(heard, now)

export function createBeats({
  store,
  clock,
  signer,
}: {
  store: Pick<HqStore, 'hear' | 'countOrders'>
  clock: Pick<HqClock, 'wall'>
  signer: Pick<HqSigner, 'sign'>
}) {
  return {
    async beat(site: string, input: BeatInput): Promise<Answer<BeatReply>> {
      const at = clock.wall()
      const { epoch, seq, hash } = input.head
      const heard = { at, offset: input.at - at, station: { epoch, seq }, waiting: input.waiting }
      const known = await store.hear(site, heard, hash)
      if (!known) return refusal('not-paired')
      const { head, decided: point } = known
      const answer = { ok: true, head, at, orders: await store.countOrders(site) } as const
      if (!point) return answer
      const signature = signer.sign(forkText(site, { ...point, epoch: head.epoch }))
      return { ...answer, decided: { ...point, signature } }
    },
  }
}
