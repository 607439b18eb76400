/**
 * The requests by which files are attached to an incident, and by which evidence leaves the place
 * where it was kept. The bytes of a file come before, by `POST /api/files`.
 */
import { z } from 'zod'
import type { BoardFile } from '../domain/board/file-types.ts'
import type { EvidenceKind } from '../domain/incident/record/scales.ts'
import type { FileFormat } from '../domain/incident/record/files.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/** What `POST /api/files` answers. `fileId` is the digest: the same bytes are the same file. */
export type FileTaken = {
  ok: true
  fileId: string
  sha256: string
  bytes: number
  format: FileFormat
}

export const FileId = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Evidence that is kept now, what may be handled first and then by its end. `until` (UTC ms): null
 * while the incident is not over, and in a drill; `mayGo`: that time has come; `files`: those that
 * show it.
 */
export type EvidenceInHand = {
  incidentId: string
  number: string | null
  incidentPlace: string
  onBoard: boolean
  drill: boolean
  evidenceId: string
  what: string
  kind: EvidenceKind
  place: string
  keeper: string | null
  recordedAt: number
  until: number | null
  mayGo: boolean
  files: readonly BoardFile[]
}

export const fileRequests = {
  'incident/file-attach': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    prepare: true,
    input: z.strictObject({
      incidentId: Id,
      fileId: FileId,
      name: personal(200),
      stepId: Id.nullish(),
      seq: z.int().min(1).nullish(), // of the line of the record that it belongs to
      evidenceId: Id.nullish(), // of the piece of evidence that it shows
    }),
    reply: reply<{ attachmentId: string }>(),
  }),
  'incident/file-withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, attachmentId: Id, reason: personal(10_000) }),
    reply: reply<Empty>(),
  }),
  'incident/evidence-release': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      evidenceId: Id,
      to: personal(200),
      reason: personal(10_000).nullish(),
    }),
    reply: reply<Empty>(),
  }),
  'incident/evidence-list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ items: readonly EvidenceInHand[] }>(),
  }),
}
