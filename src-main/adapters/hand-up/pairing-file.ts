/**
 * Keeps the pairing with HQ in a file of its own in the data folder (mode 0600): it holds the token
 * of this machine, which no backup and no other record takes along.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pairing, PairingFile } from '#main/core/ports.ts'
import { readSmallFile, safeWrite } from '../safe-write.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Null: the text is none that this program wrote. */
function stored(text: string): Pairing | null {
  try {
    const { url, fingerprint, site, token, hq } = JSON.parse(text) as Partial<Pairing>
    const isPin = fingerprint === null || isText(fingerprint)
    return isText(url) &&
      isPin &&
      isText(site) &&
      isText(token) &&
      isText(hq?.name) &&
      isText(hq.key)
      ? { url, fingerprint, site, token, hq: { name: hq.name, key: hq.key } }
      : null
  } catch {
    return null
  }
}

/** The file is read each time, since another program may replace it while the station works. */
export function pairingFile(dir: string): PairingFile {
  const file = join(dir, 'hq-pairing.json')
  return {
    read: () => stored(readSmallFile(file) ?? ''),
    async set(pairing) {
      if (pairing) safeWrite(file, JSON.stringify(pairing))
      else await rm(file, { force: true })
    },
  }
}
