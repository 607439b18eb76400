/**
 * Keeps what the addresses of walls are made of over restarts, in a file of its own: the two keys,
 * and the port. The file is its owner's alone, like the record, and is no part of a backup.
 */
import { hash as sha } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Log, WallAddress } from '#main/core/ports.ts'
import { readSmallFile, safeWriteBeside } from '../safe-write.ts'
import { randomToken, type WallKeys } from './session-tokens.ts'

const key = z.string().regex(/^[\w-]{43}$/) // 32 bytes
const content = z.object({
  wall: key,
  publicWall: key,
  port: z.int().min(1).max(65_535).nullable(),
})
type Content = z.output<typeof content>

export type WallAddressFile = WallAddress & {
  /** The keys of now. */
  keys(): WallKeys
  /** Where walls were opened last; null: nowhere yet. */
  port(): number | null
  /** The file was there and was not what was written: the addresses of before are void. */
  readonly isDamaged: boolean
  /**
   * Walls are opened at this port from now on. Resolves once the next start will know; rejects if
   * the disk does not take it, and the keys hold until the station stops.
   */
  openedAt(port: number): Promise<void>
  /** Hears of new keys as soon as they hold. */
  onRenew(listener: () => void): void
}

/** With a sum, so that a changed byte that leaves a possible key or port is seen. */
function textOf({ wall, publicWall, port }: Content): string {
  const value = { wall, publicWall, port }
  return `${JSON.stringify({ ...value, sum: sha('sha256', JSON.stringify(value), 'hex') })}\n`
}

function read(file: string | null): Content | 'missing' | 'damaged' {
  if (file === null || !existsSync(file)) return 'missing'
  const text = readSmallFile(file) ?? ''
  try {
    const value = content.parse(JSON.parse(text))
    return textOf(value) === text ? value : 'damaged'
  } catch {
    return 'damaged'
  }
}

const newKeys = (): WallKeys => ({ wall: randomToken(), publicWall: randomToken() })

/** `file` null: nothing is kept over a restart. */
export function openWallAddress(file: string | null, log: Log): WallAddressFile {
  const stored = read(file)
  if (stored === 'damaged') log.error('wall-address-damaged', new Error('not what was written'))
  let current: Content = typeof stored === 'string' ? { ...newKeys(), port: null } : stored
  let isWritten = typeof stored !== 'string'
  let turn: Promise<void> = Promise.resolve()
  let listener: () => void = () => undefined

  /** One after another: what holds is what the disk has. */
  function change(next: (before: Content) => Content): Promise<void> {
    const changing = turn.then(async () => {
      const after = next(current)
      if (file !== null) await safeWriteBeside(file, textOf(after))
      current = after
      isWritten = true
    })
    turn = changing.catch(() => undefined)
    return changing
  }

  return {
    isDamaged: stored === 'damaged',
    keys: () => current,
    port: () => current.port,
    async openedAt(port) {
      if (!isWritten || current.port !== port) await change((before) => ({ ...before, port }))
    },
    async renew() {
      await change(({ port }) => ({ ...newKeys(), port }))
      listener()
    },
    onRenew(next) {
      listener = next
    },
  }
}
