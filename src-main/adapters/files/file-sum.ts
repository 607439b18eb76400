/** The digest of a file, read in pieces, so that other work has its turn. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 in hex; null: it cannot be read. */
export async function fileSum(path: string): Promise<string | null> {
  const digest = createHash('sha256')
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      digest.update(piece as Buffer)
    return digest.digest('hex')
  } catch {
    return null
  }
}
