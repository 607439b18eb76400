/** Events as they come up the wire: made beforehand, so that a bench measures HQ alone. */
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import type { Point } from '#shared/domain/hand-up/point.ts'

/** These lines as the next of a record. */
export function chainBehind(
  { seq, hash }: Point,
  lines: readonly { type: string; line: string }[],
): HandedEvent[] {
  let before = hash
  return lines.map(({ type, line }, index) => {
    before = hqVault.sha256(before + line)
    return { seq: seq + index + 1, hash: before, type, line }
  })
}

const BODY = Array.from({ length: 8 }, (_, n) => `"member${n}":"what was said"`).join()

/** Forty to an incident; 377 bytes with all around it, as those of the demo have. */
const lineAt = (seq: number): string =>
  `{"at":1796000000000,"body":{${BODY}},"by":"station","commandId":null,"seq":${seq},` +
  `"stream":"incident:0199f3c2-8f1e-7${String(Math.floor(seq / 40)).padStart(3, '0')}-9b1d","type":"T","version":${(seq % 40) + 1}}`

/** The next events of a record that say nothing. */
export const eventsBehind = (point: Point, count: number): HandedEvent[] =>
  chainBehind(
    point,
    Array.from({ length: count }, (_, index) => ({
      type: 'T',
      line: lineAt(point.seq + index + 1),
    })),
  )
