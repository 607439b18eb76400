/**
 * What a machine keeps of its spare, in a file beside the record (mode 0600): its certificate, who
 * may follow, and who has taken over.
 */
import { join } from 'node:path'
import { Claim, MachineDoor } from '#shared/contract/follow.ts'
import { readSmallFile, safeWrite } from '../safe-write.ts'
import { fingerprintOf } from './certificate.ts'

/** `tokenSum`: SHA-256 of the follower's token; `spare`: where it answers, once it has followed. */
export type DoorFile = {
  port: number // 0: not opened yet
  cert: string
  key: string
  tokenSum: string | null
  token: string | null // by which this machine asks its spare
  spare: ({ host: string } & MachineDoor) | null
  claim: Claim | null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Null: there is none, or none that this program wrote. */
export function readDoor(dir: string): DoorFile | null {
  try {
    const value = JSON.parse(readSmallFile(join(dir, 'spare.json')) ?? '') as Partial<DoorFile>
    if (!isText(value.cert) || !isText(value.key) || !Number.isInteger(value.port)) return null
    fingerprintOf(value.cert)
    const { host, ...door } = value.spare ?? { host: '' }
    const spare = MachineDoor.safeParse(door)
    const claim = Claim.safeParse(value.claim)
    return {
      port: value.port ?? 0,
      cert: value.cert,
      key: value.key,
      tokenSum: isText(value.tokenSum) ? value.tokenSum : null,
      token: isText(value.token) ? value.token : null,
      spare: spare.success && isText(host) ? { host, ...spare.data } : null,
      claim: claim.success ? claim.data : null,
    }
  } catch {
    return null
  }
}

export const writeDoor = (dir: string, door: DoorFile): void =>
  safeWrite(join(dir, 'spare.json'), JSON.stringify(door))
