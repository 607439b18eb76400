/**
 * How a file comes and goes, over HTTP and in the desktop's window alike: what comes is streamed,
 * what goes is no page of ours, and runs nothing.
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Caller, Station } from '#main/core/api.ts'
import type { FileTaken } from '#shared/contract/files.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { fileTooLarge } from '#shared/domain/incident/record/file-refusals.ts'
import {
  MOST_FILE_BYTES,
  type FileFormat,
  type StoredFile,
} from '#shared/domain/incident/record/files.ts'
import { attachment } from './disposition.ts'

const MIME: Readonly<Record<FileFormat, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
}

const NAME_SIGNS = 12 // of its digest

/** Whoever opens it as a page gets a page that may do nothing. */
const FILE_POLICY = "default-src 'none'; sandbox"

export type Files = Pick<Station, 'takeFile' | 'fileOf'>

/** How people call it is personal, and no address and no header has that. */
export const fileNameOf = ({ id, format }: Pick<StoredFile, 'id' | 'format'>): string =>
  `vigil-${id.slice(0, NAME_SIGNS)}.${format}`

/** `length`: as the sender names it, 0 if it does not. */
export async function takeFile(
  files: Files,
  content: AsyncIterable<Uint8Array>,
  { length, incidentId, caller }: { length: number; incidentId: string | null; caller: Caller },
): Promise<FileTaken | Refused> {
  return length > MOST_FILE_BYTES ? fileTooLarge() : files.takeFile(content, incidentId, caller)
}

export type FileAnswer = { headers: Readonly<Record<string, string>>; body: ReadableStream }

export async function giveFile(
  files: Files,
  fileId: string,
  caller: Caller,
): Promise<FileAnswer | Refused> {
  const file = await files.fileOf(fileId, caller)
  if (!file.ok) return file
  return {
    headers: {
      'content-type': MIME[file.format],
      'content-length': String(file.bytes),
      'content-disposition': attachment(fileNameOf(file)),
      'content-security-policy': FILE_POLICY,
    },
    body: Readable.toWeb(createReadStream(file.path)) as ReadableStream,
  }
}
