/** Writes a whole document with the bytes of its attachments behind it (docs/plan-format.md §8). */
import { createReadStream } from 'node:fs'
import { contentLine, CONTENTS } from '#shared/domain/site-document/package-files.ts'

/** Base64 of a file, in pieces: what is left of three bytes waits for the next ones. */
async function* base64Of(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, piece])
    const whole = bytes.length - (bytes.length % 3)
    yield Buffer.from(bytes.toString('base64', 0, whole), 'latin1')
    rest = bytes.subarray(whole)
  }
  yield Buffer.from(rest.toString('base64'), 'latin1')
}

/** `yaml`: its texts; `files`: by SHA-256, where their bytes lie. Throws what the disk says. */
export async function* wholeDocument(
  yaml: string,
  files: readonly { fileId: string; path: string }[],
): AsyncGenerator<Buffer> {
  yield Buffer.from(files.length > 0 ? `${yaml}${CONTENTS}\n` : yaml, 'utf8')
  for (const { fileId, path } of files) {
    yield Buffer.from(contentLine(fileId), 'latin1')
    yield* base64Of(path)
    yield Buffer.from('\n', 'latin1')
  }
}
