/** Reads what is known of a paper: its sentences with their words, and what became of them. */
import type { Refusal } from '#shared/domain/decision.ts'
import { refusedForOpen } from '#shared/domain/plan-paper/approval.ts'
import type { OpenedSentence, KeptSentence, PlanPaper } from '#shared/domain/plan-paper/paper.ts'
import {
  countsOf,
  standingOf,
  type Made,
  type SentenceStanding,
} from '#shared/domain/plan-paper/standing.ts'
import type { Open } from '#shared/domain/sealed.ts'
import { parseDraft, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import type { DocumentStore } from '../../engine/document-store.ts'
import type { StationContext } from '../handler.ts'

type Around = Pick<StationContext, 'memory'>

/** A draft, else the text in force; null if there is neither. */
const writtenOf = (
  saved: { draft: string } | null | undefined,
  inForce: { current: { draft: string } | null; abolished: boolean } | null,
): PlanDraft | null => {
  const text = saved?.draft ?? (inForce?.abolished ? null : inForce?.current?.draft)
  return text === null || text === undefined ? null : parseDraft(text)
}

/** The document as it is being written, else as it is in force; null: neither. */
export const writtenDocument = (id: string, documents: DocumentStore): PlanDraft | null =>
  writtenOf(documents.get('document-draft', id)?.saved, documents.get('site-document', id))

/** The same of a plan of the site. */
export const writtenPlan = (planId: string, documents: DocumentStore): PlanDraft | null =>
  writtenOf(documents.get('draft', planId)?.saved, documents.get('own-plan', planId))

/** The document and all plans of the site that name it, as they are being written. */
export function madeOf(document: string, { memory }: Around): Made {
  const { documents } = memory
  const ids = new Set([...documents.all('own-plan').keys(), ...documents.all('draft').keys()])
  const plans = [...ids].flatMap((planId): readonly PlanDraft[] => {
    const plan = writtenPlan(planId, documents)
    return plan ? [plan] : []
  })
  return {
    document: writtenDocument(document, documents),
    plans: plans.filter((plan) => plan['document'] === document),
  }
}

export const openedSentence = (
  { text, ...sentence }: KeptSentence,
  open: Open,
): OpenedSentence => ({ ...sentence, text: open(text) })

/** A paper with its words at hand; null: the document was not made of one. */
export async function paperOf(
  document: string,
  { memory }: Around,
): Promise<{ paper: PlanPaper; sentences: readonly OpenedSentence[] } | null> {
  const planPaper = memory.documents.get('paper', document)
  if (!planPaper) return null
  await memory.fetchValues(planPaper)
  return {
    paper: planPaper,
    sentences: planPaper.sentences.map((sentence) => openedSentence(sentence, memory.value)),
  }
}

/** What became of its sentences, in their order; null: the document was not made of a paper. */
export async function paperStanding(
  document: string,
  context: Around,
): Promise<{ sentences: readonly OpenedSentence[]; standing: readonly SentenceStanding[] } | null> {
  const read = await paperOf(document, context)
  if (!read) return null
  const { paper, sentences } = read
  return { sentences, standing: standingOf(sentences, paper.aside, madeOf(document, context)) }
}

/**
 * Why these texts of a document cannot be approved as they are: sentences of its paper are open.
 * Null: they can.
 */
export async function heldByPaper(
  document: string,
  texts: readonly PlanDraft[],
  context: Around,
): Promise<Refusal | null> {
  const read = await paperStanding(document, context)
  return read && refusedForOpen(countsOf(read.sentences, read.standing).open, texts)
}

/** The same of the draft of a plan, which names its document itself. */
export async function heldPlan(planId: string, context: Around): Promise<Refusal | null> {
  const saved = context.memory.documents.get('draft', planId)?.saved
  const draft = saved ? parseDraft(saved.draft) : null
  const document = draft?.['document']
  return draft && typeof document === 'string' ? heldByPaper(document, [draft], context) : null
}

/** Whether this seal is that of a sentence which a draft, or a text in force, quotes. */
export async function isUsedOf(
  document: string,
  sealed: string,
  context: Around,
): Promise<boolean> {
  const sentences = context.memory.documents.get('paper', document)?.sentences ?? []
  const at = sentences.findIndex(({ text }) => text.sealed === sealed)
  const read = at < 0 ? null : await paperStanding(document, context)
  return (read?.standing[at]?.uses.length ?? 0) > 0
}

/** The same of the draft of a document and those of its plans that are to be approved with it. */
export async function heldDocument(
  document: string,
  planIds: readonly string[],
  context: Around,
): Promise<Refusal | null> {
  const { documents } = context.memory
  const saved = [
    documents.get('document-draft', document)?.saved,
    ...planIds.map((planId) => documents.get('draft', planId)?.saved),
  ]
  const texts = saved.flatMap((draft) => (draft ? [parseDraft(draft.draft)] : []))
  return heldByPaper(document, texts, context)
}
