/**
 * The requests by which plan documents (预案文件) are read, written, approved, abolished, put away and
 * carried to another site as one file. Part of the contract; the same rules hold. A draft is the
 * JSON of a document file as it is written (docs/plan-format.md §5): its shape is judged by the one
 * schema of document files, not here.
 */
import { z } from 'zod'
import type { Change } from '../domain/plan/diff.ts'
import type { PlanDocument } from '../domain/plan/document.ts'
import type { DocumentRecordEntry } from '../domain/site-document/stream.ts'
import type { CheckedDocument, FollowingPlan } from '../domain/site-document/draft.ts'
import type { PlanFinding } from '../domain/site-plan/draft.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Id, Nothing, reply, Short, Words, type Empty } from './parts.ts'
import {
  BasedOn,
  DraftSchema,
  PlanId,
  Revision,
  type DraftSummary,
  type SavedDraft,
} from './plans.ts'
import { defineRequest } from './request.ts'

/**
 * `own`: the site's own; else it came with the program. `putAway`: it came with the program and the
 * site has no use for it: neither its plans nor its types are offered. `draft`: somebody is writing
 * it, or one of its plans. `abolished`: own, and out of force. `elsewhere`: own, in force, and
 * written for other kinds of site than this one is, so that nothing of it is offered. `revision`
 * null: it came with the program.
 */
export type DocumentMarks = {
  own: boolean
  putAway: boolean
  elsewhere: boolean
  draft: boolean
  abolished: boolean
  revision: string | null
}
/**
 * `plans`: ids of those in force, of a document that is put away of those that it would bring.
 * `otherPlans`: the site's own in force that are for other kinds of site, and in no other list.
 */
type DocumentPlans = {
  plans: readonly string[]
  otherPlans: readonly { id: string; title: LocalizedText }[]
}
export type DocumentSummary = Pick<
  PlanDocument,
  'id' | 'title' | 'siteKinds' | 'number' | 'completeness' | 'openPoints'
> &
  DocumentMarks &
  DocumentPlans
export type DocumentRead = PlanDocument & DocumentMarks & DocumentPlans

/** A draft of a document that is not in force (`isNew`), or of one that is. */
export type DocumentDraftSummary = Omit<DraftSummary, 'planId' | 'document'> & {
  document: string
  /** Ids of its plans of which there are drafts, too. */
  plans: readonly string[]
}
/** `follows`: plans in force that are merged anew, and get a new revision, when it is approved. */
export type CheckedDocumentDraft = CheckedDocument & { follows: readonly FollowingPlan[] }
/** `shipped`: the text that came with the program; nobody here approved it. */
export type DocumentRecord = Omit<DocumentRecordEntry, 'kind' | 'at' | 'by'> & {
  kind: DocumentRecordEntry['kind'] | 'shipped'
  at: number | null
  by: string | null
}
/** What was found in a part of a package; `title`: null if the text has none. */
type FoundIn = { title: LocalizedText | null; findings: readonly PlanFinding[] }
/** The document, and each of its plans by id. */
export type PackageFindings = FoundIn & { plans: readonly (FoundIn & { planId: string })[] }

/** Characters of a whole document as one file; what it brings is taken whole or not at all. */
export const PACKAGE_LENGTH = 512 * 1024

const DocumentId = PlanId // both are names of files
const about = z.strictObject({ document: Id })

export const documentRequests = {
  /**
   * Those of the site, in force, then its abolished ones, then its own that are for other kinds of
   * site, then those that it has put away.
   */
  'documents/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly DocumentSummary[]>(),
  }),
  /** Refused: `unknown-document`. */
  'documents/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<DocumentRead>(),
  }),
  /** Every draft of a document, also of documents that are not in force yet. */
  'documents/drafts': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly DocumentDraftSummary[]>(),
  }),
  /** Null where nobody writes one. `savedAt` in UTC ms. */
  'documents/draft-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<SavedDraft | null>(),
  }),
  /** The file of a document in force or abolished, as JSON. Refused: `unknown-document`. */
  'documents/source': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<{ draft: Record<string, unknown> }>(),
  }),
  /** Judges a draft in the company of all documents and plans; nothing is saved. */
  'documents/check': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    large: true,
    input: z.strictObject({ draft: DraftSchema }),
    reply: reply<CheckedDocumentDraft>(),
  }),
  /** The record (制/修/废), the last entry first. Refused: `unknown-document`. */
  'documents/revisions': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<readonly DocumentRecord[]>(),
  }),
  /**
   * Line by line what changed from one text to another; each is a revision, or `draft`. Refused:
   * `unknown-document`, `unknown-revision`, `no-draft`, `draft-faulty` (it cannot be read).
   */
  'documents/diff': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ document: Id, from: Revision, to: Revision }),
    reply: reply<{ changes: readonly Change[] }>(),
  }),
  /**
   * The whole document as one file: it and its plans, as they are in force; of a document that is
   * not yet in force, the drafts. `files`: attachments that `yaml` names; whoever writes the file
   * puts their bytes behind it (docs/plan-format.md §8). `left`: names of those that had no room,
   * or whose bytes are gone. Refused: `unknown-document`.
   */
  'documents/export': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<{
      fileName: string
      yaml: string
      files: readonly { fileId: string; bytes: number }[]
      left: readonly string[]
    }>(),
  }),
  /**
   * Saves a draft, faulty or not. Refused: `document-shipped` (the id is that of a document of the
   * program), `draft-stale`, `draft-too-large` (over 512 KiB).
   */
  'documents/draft-save': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    large: true,
    input: z.strictObject({ document: DocumentId, draft: DraftSchema, basedOn: BasedOn }),
    reply: reply<{ findings: readonly PlanFinding[]; basedOn: string }>(),
  }),
  /** Refused: `no-draft`, `draft-stale`. Drafts of its plans stay. */
  'documents/draft-discard': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ document: Id, basedOn: BasedOn }),
    reply: reply<Empty>(),
  }),
  /**
   * Makes the draft the document of the site, and those drafts of its plans that are named its
   * plans, all or none. Its other plans in force are merged anew. Without a draft of the document
   * but with `plans`, only these. Refused: `no-draft`, `draft-stale`, `draft-faulty` (`details`
   * have the paths: `plans.<id>.…` of a plan), `nothing-changed`, `bad-input` (a plan of another
   * document).
   */
  'documents/approve': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: z.strictObject({
      document: Id,
      number: Short.nullish(),
      why: Words,
      approvedBy: Short,
      basedOn: BasedOn,
      plans: z.array(Id).max(100).optional(),
      // by plan, the text of its draft that whoever approves has before him; left out: unsaid
      plansBasedOn: z.record(Id, Id).optional(),
    }),
    reply: reply<{ revision: string; plans: readonly { planId: string; revision: string }[] }>(),
  }),
  /**
   * Abolishes a document of the site with all of its plans; what runs goes on. Refused:
   * `unknown-document`, `document-shipped` (put it away), `document-abolished`, `plan-in-use` (a
   * plan of another document extends one of its).
   */
  'documents/abolish': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ document: Id, why: Words, approvedBy: Short }),
    reply: reply<Empty>(),
  }),
  /**
   * Takes a document of the program out of use, whole: plans, types, categories, posts. Refused:
   * `unknown-document`, `document-not-shipped` (abolish it), `no-change`, `plan-in-use`.
   */
  'documents/put-away': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ document: Id, why: Words }),
    reply: reply<Empty>(),
  }),
  /** As it was before. Refused: `unknown-document`, `no-change`. */
  'documents/bring-back': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: about,
    reply: reply<Empty>(),
  }),
  /**
   * A whole document as another site exported it (YAML, or JSON of the same form): it and its plans
   * become drafts of this site; what is in force stays. `replace`: also drafts that are there. Its
   * attachments are sent before, by `POST /api/files`; `withoutMissing`: those that did not arrive
   * are left out (`left`: their names) instead of refused. `attached`: how many it brought.
   * Refused: `not-a-package` (`details` have the paths), `document-shipped`, `draft-exists`
   * (`details`: which), `draft-stale`, `draft-too-large`, `attachment-missing` (`details`: names),
   * `files-full`, `files-not-offered`.
   */
  'documents/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    large: true,
    prepare: true,
    input: z.strictObject({
      yaml: z.string().max(PACKAGE_LENGTH),
      basedOn: BasedOn,
      replace: z.boolean().optional(),
      withoutMissing: z.boolean().optional(),
    }),
    reply: reply<
      PackageFindings & {
        document: string
        basedOn: string
        attached: number
        left: readonly string[]
      }
    >(),
  }),
}
