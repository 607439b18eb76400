/**
 * A file that the build has compiled from another one, so that no start has to read that: two lines
 * of JSON, a head with two digests, and what was read. It stands for the very bytes that it names.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** SHA-256 in hex: of the file it was compiled from, and of the line that follows. */
type Head = { source: string; body: string }

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

/** The text of the compiled file for a file, and what was read of that (plain JSON). */
export function compiledOf(file: string, read: unknown): string {
  const line = JSON.stringify(read)
  const head: Head = { source: sha256(readFileSync(file)), body: sha256(line) }
  return `${JSON.stringify(head)}\n${line}`
}

/** Null if it cannot be read, is damaged, or was compiled from another file than it is now. */
export function readCompiledOf<T>(compiled: string, file: string): T | null {
  try {
    const content = readFileSync(compiled)
    const end = content.indexOf('\n')
    const head = JSON.parse(content.toString('utf8', 0, end)) as Head
    const line = content.subarray(end + 1)
    if (head.body !== sha256(line) || head.source !== sha256(readFileSync(file))) return null
    return JSON.parse(line.toString('utf8')) as T
  } catch {
    return null
  }
}
