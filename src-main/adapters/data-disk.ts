/**
 * Looks at the disk of a data folder: how much is free, and a file that is kept only to be given up
 * when nothing else is left, so that the record goes on.
 */
import { randomBytes } from 'node:crypto'
import { rmSync, statSync, statfsSync } from 'node:fs'
import { open, rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DataDisk } from '#main/core/ports.ts'

const MB = 1024 * 1024
const RESERVE_BYTES = 16 * MB
/** Of a small disk no more than one part in so many is kept back. */
const LEAST_PARTS = 16

export type Reserve = DataDisk & {
  /** Gives the room up, at once. False if there was none. */
  giveUp(): boolean
}

function sizeFor(folder: string): number {
  try {
    const { blocks, bsize } = statfsSync(folder)
    return Math.min(RESERVE_BYTES, Math.floor((blocks * bsize) / LEAST_PARTS))
  } catch {
    return RESERVE_BYTES
  }
}

/** `file`: the one that keeps the room, in a folder that exists. */
export function reserveIn(file: string): Reserve {
  const size = sizeFor(dirname(file))
  const sizeNow = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  let keeping: Promise<boolean> | null = null

  async function free(): Promise<number | null> {
    try {
      const { bavail, bsize } = await statfs(dirname(file))
      return bavail * bsize
    } catch {
      return null
    }
  }

  /** In bytes that no file system stores as less. */
  async function write(): Promise<boolean> {
    const left = await free()
    if (left !== null && left < 2 * size) return false
    try {
      const target = await open(file, 'w', 0o600)
      try {
        for (let rest = size; rest > 0; rest -= MB)
          await target.write(randomBytes(Math.min(MB, rest)))
        await target.sync()
      } finally {
        await target.close()
      }
      return sizeNow() === size
    } catch {
      await rm(file, { force: true }).catch(() => undefined)
      return false
    }
  }

  return {
    free,
    get kept() {
      return sizeNow()
    },
    async keep() {
      if (sizeNow() === size) return true
      keeping ??= write().finally(() => {
        keeping = null
      })
      return keeping
    },
    giveUp() {
      if (sizeNow() === 0) return false
      try {
        rmSync(file, { force: true })
        return true
      } catch {
        return false
      }
    },
  }
}
