/**
 * What is recorded of files that somebody attaches to an incident: the record has their digest, the
 * bytes lie beside it.
 */
import * as is from '../../form.ts'
import type { Guarded, Sealed } from '../../sealed.ts'

/** What a file may be, by its content. */
export const FILE_FORMATS = [
  'jpg',
  'png',
  'webp',
  'pdf',
  'docx',
  'xlsx',
  'txt',
  'm4a',
  'mp3',
  'wav',
  'mp4',
] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Bytes: of one file, and of all files of an incident. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024
export const MOST_INCIDENT_BYTES = 500 * 1024 * 1024
/** Files that a piece of evidence is recorded with. */
export const MOST_SHOWING = 20

/** `id`: SHA-256 of its bytes, in hex, so that the same bytes are the same file. */
export type StoredFile = { id: string; bytes: number; format: FileFormat }
export const storedFileForm = is.fields<StoredFile>({
  id: is.words,
  bytes: is.number,
  format: is.oneOf(FILE_FORMATS),
})

/**
 * `seq`: of the line of the record that it belongs to. `stepId` null: to the incident.
 * `evidenceId`: it shows this piece of evidence, called `what`.
 */
export type FileAttached = {
  type: 'FileAttached'
  attachmentId: string
  file: StoredFile
  name: Sealed
  stepId: string | null
  seq?: number
  evidenceId?: string
  what?: Guarded
}
/** It was attached by mistake: it is shown no more, and stays in the record. */
export type FileWithdrawn = {
  type: 'FileWithdrawn'
  attachmentId: string
  name: Sealed
  reason: Guarded
}
export type FileEvent = FileAttached | FileWithdrawn

/** A file that is there, and how whoever attaches it calls it. */
export type NamedFile = { file: StoredFile; name: Sealed }
/** The handler has looked that the file is there, and which line is meant. */
export type AttachFile = NamedFile & {
  type: 'AttachFile'
  stepId: string | null
  seq: number | null
  evidenceId?: string | null
}
export type WithdrawFile = { type: 'WithdrawFile'; attachmentId: string; reason: Sealed }

/** A file of an incident. Instants in UTC ms. */
export type AttachedFile = {
  id: string
  file: StoredFile
  name: Sealed
  stepId: string | null
  seq?: number
  evidenceId?: string
  at: number
  by: string
  withdrawn?: { at: number; by: string; reason: Guarded }
}
