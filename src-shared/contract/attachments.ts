/**
 * The requests of the files that belong to a plan, a plan document, or a filing of one (the scan of
 * its receipt). The bytes of a file come before, by `POST /api/files`.
 */
import { z } from 'zod'
import type { BoardFile } from '../domain/board/file-types.ts'
import type { LocalizedText } from '../domain/text.ts'
import { FileId } from './files.ts'
import { Id, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Name = personal(200)
/**
 * A plan document, or one of its plans, also one that has only a draft yet; or a filing that stands
 * in the upkeep of one.
 */
const about = z.strictObject({
  about: z.union([
    z.strictObject({ documentId: Id }),
    z.strictObject({ planId: Id }),
    z.strictObject({ filingId: Id }),
  ]),
})
const ofAttachment = about.extend({ attachmentId: Id })

/**
 * `files`: of what was asked about, those that were withdrawn, too; `ofDocument`: of the document
 * of a plan, those that stand.
 */
export type AttachmentsReply = {
  files: readonly BoardFile[]
  document: { id: string; title: LocalizedText } | null
  ofDocument: readonly BoardFile[]
}

export const attachmentRequests = {
  /** The same bytes stand once: attached again, nothing changes. */
  'attachment/add': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: about.extend({ fileId: FileId, name: Name }),
    reply: reply<Empty>(),
  }),
  'attachment/rename': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAttachment.extend({ name: Name }),
    reply: reply<Empty>(),
  }),
  /** It stays in the record, and with the revisions that were approved with it. */
  'attachment/withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAttachment.extend({ reason: personal(2_000) }),
    reply: reply<Empty>(),
  }),
  /** It was withdrawn by mistake. */
  'attachment/restore': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAttachment,
    reply: reply<Empty>(),
  }),
  'attachment/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<AttachmentsReply>(),
  }),
}
