/**
 * Handlers of papers: a paper is read and its drafts saved in one commit, sentences are set aside,
 * taken back, and written into the drafts.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { PaperDraft, PaperSentence } from '#shared/domain/paper/paper.ts'
import { documentIdOf } from '#shared/domain/plan/document-id.ts'
import { coveredDrafts } from '#shared/domain/plan-paper/covered.ts'
import { decidePaper, type PaperCommand } from '#shared/domain/plan-paper/decide.ts'
import { compareEditions } from '#shared/domain/plan-paper/editions.ts'
import { textOf, type Json } from '#shared/domain/plan-paper/json.ts'
import type { OpenedSentence } from '#shared/domain/plan-paper/paper.ts'
import {
  completeAlready,
  nothingToRequote,
  paperHasOpenSentences,
  sentencePurged,
  unknownPaper,
  unknownSentence,
} from '#shared/domain/plan-paper/refusals.ts'
import { countsOf } from '#shared/domain/plan-paper/standing.ts'
import { planPaperStream } from '#shared/domain/plan-paper/stream.ts'
import { readSentence } from '#shared/domain/plan-paper/step-of-sentence.ts'
import { requote, writeSentence } from '#shared/domain/plan-paper/use-sentence.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { unknownDocument } from '#shared/domain/site-document/refusals.ts'
import type { PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json as Reply } from '../../ports.ts'
import { documentChanges } from '../document/decided.ts'
import {
  isRefusal,
  sealer,
  type CommandContext,
  type Handler,
  type PreparedHandler,
  type QueryContext,
} from '../handler.ts'
import { planChanges } from '../plan/decided.ts'
import {
  madeOf,
  openedSentence,
  paperOf,
  paperStanding,
  writtenDocument,
  writtenPlan,
} from './data.ts'
import { draftedFrom, readingOf, usualKinds, type PaperReading } from './reading.ts'

/** What a command on a paper changes. */
function paperChanges(
  document: string,
  command: PaperCommand,
  { memory, meta }: CommandContext,
  reply: Reply = {},
): Changes | Refusal {
  const planPaper = memory.documents.get('paper', document)
  const decision = decidePaper(document, planPaper, command)
  return recordDecision(planPaperStream, document, planPaper, decision, meta, reply)
}

/** All of these, or the first refusal. */
function together(all: readonly (Changes | Refusal)[], reply: Reply = {}): Changes | Refusal {
  const refused = all.find(isRefusal)
  return refused ?? joinChanges(all as readonly Changes[], reply)
}

const NO_BASIS = { type: 'SaveDraft', basedOn: null } as const

/** Made of the title as for a document written by hand; no document here or shipped has it. */
function freeId(title: string, { memory, planSources, syllables }: QueryContext): string {
  const taken = new Set(planSources.documents().map(({ id }) => id))
  const isTaken = (id: string): boolean =>
    taken.has(id) ||
    memory.documents.get('paper', id) !== null ||
    memory.documents.get('document-draft', id) !== null ||
    memory.documents.get('site-document', id) !== null
  return documentIdOf(title, syllables, isTaken)
}

type Prepared = { reading: PaperReading; document: string; drafted: PaperDraft }

async function prepareRead(
  { fileId, document = null, title = null, siteKinds = null }: Parsed<'papers/read'>,
  context: QueryContext,
): Promise<Prepared | Refusal> {
  if (document !== null && !writtenDocument(document, context.memory.documents))
    return unknownDocument(document)
  const reading = await readingOf({ fileId }, context)
  if (isRefusal(reading)) return reading
  const heading = title ?? reading.title
  const id = document ?? freeId(heading, context)
  const about = {
    document: id,
    title: heading,
    siteKinds: siteKinds ?? usualKinds(context),
  }
  const answer = await draftedFrom(reading, about, context)
  return isRefusal(answer) ? answer : { reading, document: id, drafted: answer.drafted }
}

const isHeading = ({ kind }: PaperSentence): boolean => kind === 'heading' || kind === 'contents'

const openedOf = (sentences: readonly PaperSentence[]): readonly OpenedSentence[] =>
  sentences.map((sentence) => {
    const { id, number, paragraph, text } = sentence
    return { id, number, paragraph, heading: isHeading(sentence), text }
  })

/**
 * A paper of a new document brings its drafts along; that of a document that somebody works on
 * already changes none of them.
 */
const read: PreparedHandler<'papers/read', Prepared> = {
  prepare: prepareRead,
  async handle({ name, document: known = null }, context, prepared) {
    const { reading, document, drafted } = prepared
    const { memory, vault } = context
    const isThere = writtenDocument(document, memory.documents) !== null
    if (known === null && isThere) return unknownDocument(document)
    const { seals, seal } = sealer(vault, planPaperStream.nameOf(document))
    const sentences = openedOf(drafted.sentences)
    const before = await paperOf(document, context)
    const changes = paperChanges(
      document,
      {
        type: 'ReadPaper',
        name: seal(name),
        file: reading.file,
        sentences: sentences.map((sentence) => ({
          ...sentence,
          text: seal(sentence.text as Parameters<typeof seal>[0]),
        })),
        moved: before ? compareEditions(before.sentences, sentences).moved : {},
      },
      context,
    )
    if (!changes.ok) return changes
    const edition = (before?.paper.editions.length ?? 0) + 1
    const texts = drafted.sentences.map(({ text }) => text)
    const drafts = isThere ? null : coveredDrafts(drafted, texts)
    const plans = drafts?.plans.map((plan) => String(plan['id'])) ?? []
    return together(
      [
        { ...changes, seals },
        ...(drafts
          ? [
              documentChanges(document, { ...NO_BASIS, draft: drafts.document }, context),
              ...drafts.plans.map((draft) =>
                planChanges(String(draft['id']), { ...NO_BASIS, draft }, context),
              ),
            ]
          : []),
      ],
      { document, edition, plans },
    )
  },
}

const setAside: Handler<'papers/set-aside'> = async ({ document, sentences, why }, context) => {
  const { seals, sealOrNull } = sealer(context.vault, planPaperStream.nameOf(document))
  const command = { type: 'SetSentencesAside', sentences, reason: sealOrNull(why) } as const
  const changes = paperChanges(document, command, context)
  return changes.ok ? { ...changes, seals } : changes
}

const takeBack: Handler<'papers/take-back'> = async ({ document, sentences }, context) =>
  paperChanges(document, { type: 'TakeSentencesBack', sentences }, context)

type Known = { ok: true; text: string; number: string; draft: PlanDraft }

/** A sentence with its words, and the document that it goes into. */
async function sentenceIn(
  { document, sentence: id }: { document: string; sentence: string },
  context: CommandContext,
): Promise<Known | Refusal> {
  const read = await paperOf(document, context)
  if (!read) return unknownPaper(document)
  const sentence = read.sentences.find((candidate) => candidate.id === id)
  if (!sentence) return unknownSentence()
  if (sentence.text === null) return sentencePurged()
  const draft = writtenDocument(document, context.memory.documents)
  if (!draft) return unknownDocument(document)
  return { ok: true, text: sentence.text, number: sentence.number, draft }
}

const use: Handler<'papers/use'> = async (input, context) => {
  const { document, as, planId = null, stepId = null } = input
  const sentence = await sentenceIn(input, context)
  if (isRefusal(sentence)) return sentence
  const plan = planId === null ? null : writtenPlan(planId, context.memory.documents)
  if (planId !== null && plan?.['document'] !== document) return unknownPlan(planId)
  const after = writeSentence({ document: sentence.draft, plan }, sentence, as, {
    stepId,
    stepsOf: readSentence,
  })
  if (!after.ok) return after
  const { path } = after
  return together(
    [
      ...(after.document === sentence.draft
        ? []
        : [documentChanges(document, { ...NO_BASIS, draft: after.document }, context)]),
      ...(after.plan && planId !== null
        ? [planChanges(planId, { ...NO_BASIS, draft: after.plan }, context)]
        : []),
    ],
    { planId: after.plan ? planId : null, path },
  )
}

/** The clauses that quote the wording of the edition before quote this one from now on. */
const requoted: Handler<'papers/requote'> = async (input, context) => {
  const { document } = input
  const sentence = await sentenceIn(input, context)
  if (isRefusal(sentence)) return sentence
  const read = await paperOf(document, context)
  const before = read?.paper.before.map((old) => openedSentence(old, context.memory.value)) ?? []
  const was = compareEditions(before, read?.sentences ?? []).changed[input.sentence]
  const text = before.find(({ id }) => id === was)?.text ?? null
  const draft = text === null ? null : requote(sentence.draft, text, sentence)
  return draft ? documentChanges(document, { ...NO_BASIS, draft }, context) : nothingToRequote()
}

/** The drafts of a paper of which every sentence has its place are incomplete no more. */
const complete: Handler<'papers/complete'> = async ({ document }, context) => {
  const read = await paperStanding(document, context)
  if (!read) return unknownPaper(document)
  const { open } = countsOf(read.sentences, read.standing)
  if (open > 0) return paperHasOpenSentences(open)
  const texts = madeOf(document, context)
  const isIncomplete = (text: Json): boolean => text['completeness'] === 'incomplete'
  const completed = (text: Json): PlanDraft =>
    Object.fromEntries(Object.entries(text).filter(([key]) => key !== 'completeness'))
  const changes = [
    ...(texts.document && isIncomplete(texts.document)
      ? [documentChanges(document, { ...NO_BASIS, draft: completed(texts.document) }, context)]
      : []),
    ...texts.plans
      .filter(isIncomplete)
      .map((plan) =>
        planChanges(textOf(plan['id']), { ...NO_BASIS, draft: completed(plan) }, context),
      ),
  ]
  return changes.length === 0 ? completeAlready() : together(changes)
}

export const paperCommands = {
  'papers/read': read,
  'papers/set-aside': setAside,
  'papers/take-back': takeBack,
  'papers/use': use,
  'papers/complete': complete,
  'papers/requote': requoted,
}
