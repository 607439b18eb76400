/** The interface of plans and documents as they are written: files, schema, linter, and back. */
import type { DocumentData } from '#shared/contract/document-file.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { CheckedDocument, DocumentDraft } from '#shared/domain/site-document/draft.ts'
import type { PackedFile } from '#shared/domain/site-document/package-files.ts'
import type { CheckedDraft, PlanDraft, PlanFinding } from '#shared/domain/site-plan/draft.ts'

/**
 * A document as its file says it: `data` is what its plans are merged with, `page` what people read
 * and the linter looks at. `revision`: SHA-256 in hex over all of it.
 */
export type DocumentText = { revision: string; data: DocumentData; page: PlanDocument }

/**
 * A whole document as one file brings it: its own draft, one of each of its plans, by id, and which
 * attachments belong to them.
 */
export type DocumentPackage = {
  documentId: string
  document: DocumentDraft
  plans: readonly { planId: string; draft: PlanDraft }[]
  attachments: readonly PackedFile[]
}
/**
 * What drafts are checked in: `plans` in force, of any kind of site, `documents` of the site as
 * they will be, and as they are (`before`): what was wrong before is not the drafts' fault.
 */
export type CompanyOfDrafts = {
  plans: readonly Plan[]
  documents: readonly DocumentText[]
  before: readonly DocumentText[]
}
/**
 * Each draft as given; and what plans in force would break that are none of them, each with its id.
 */
export type CheckedTogether = {
  drafts: readonly CheckedDraft[]
  broken: readonly { planId: string; finding: PlanFinding }[]
}
type Unreadable = { ok: false; findings: readonly PlanFinding[] }

/**
 * Plans and documents as they are written: their files, their one schema, their one linter. It
 * keeps nothing.
 */
export interface PlanSources {
  /**
   * Every plan that comes with the installation, for any kind of site; a broken one is left
   * out.
   */
  plans(): readonly Plan[]
  documents(): readonly PlanDocument[]
  /** What the file of a shipped plan says, as it was written; null if none has this id. */
  source(planId: string): PlanDraft | null
  /**
   * Checks a draft in the company of all plans in force, of any kind of site; the one with its
   * own id gives way to it. `documents`: those that the site wrote itself.
   */
  check(
    draft: PlanDraft,
    library: readonly Plan[],
    documents?: readonly DocumentText[],
  ): CheckedDraft
  /**
   * Checks several at once, each in the company of the others, too; the library is gone through
   * once for all of them. `plans` and `before` are what is in force, `documents` what then stands.
   */
  checkTogether(drafts: readonly PlanDraft[], company: CompanyOfDrafts): CheckedTogether
  /** What the file of a shipped document says; null if none has this id. */
  documentSource(documentId: string): DocumentDraft | null
  /**
   * The plan that a draft would be, whatever its rules say; null if it cannot be read, or names no
   * document that there is.
   */
  merge(draft: PlanDraft, documents: readonly DocumentText[]): Plan | null
  /** A draft of a document by the schema alone; null if it cannot be read as one. */
  documentText(draft: DocumentDraft): DocumentText | null
  /** These texts, this one in the place of the one with its id; null: as they are. */
  withText(texts: readonly DocumentText[], text: DocumentText | null): readonly DocumentText[]
  /**
   * Checks a draft of a document of the site in the company of all others: `documents` are those
   * that the site wrote itself, `plans` those of the draft, in force or being written.
   */
  checkDocument(
    draft: DocumentDraft,
    company: { documents: readonly DocumentText[]; plans: readonly Plan[] },
  ): CheckedDocument
  /** What is found in each part of it, in the company of the other parts and of what is here. */
  checkPackage(
    whole: DocumentPackage,
    company: { documents: readonly DocumentText[]; plans: readonly Plan[] },
  ): {
    findings: readonly PlanFinding[]
    plans: readonly ({ planId: string } & CheckedDraft)[]
  }
}

/**
 * The files of plans and documents, whose reading and writing may take a second: it is done beside
 * the station, bounded in time and memory.
 */
export interface PlanFiles {
  /**
   * The draft that the file of a plan holds; findings if it is none: no YAML, or nothing with an id
   * in it.
   */
  readPlan(written: string): Promise<{ ok: true; planId: string; draft: PlanDraft } | Unreadable>
  /**
   * The whole document that a file holds, as YAML or JSON; findings, each with its path, if it is
   * none or a part of it cannot be kept as a draft.
   */
  readPackage(written: string): Promise<({ ok: true } & DocumentPackage) | Unreadable>
  /** The text of a plan file; read again it is the same plan. Rejects if it takes too long. */
  writePlan(draft: PlanDraft): Promise<string>
  /** The text of a whole document; read again it is the same, with the same plans. As above. */
  writePackage(
    whole: Pick<DocumentPackage, 'document' | 'attachments'> & { plans: readonly PlanDraft[] },
  ): Promise<string>
}
