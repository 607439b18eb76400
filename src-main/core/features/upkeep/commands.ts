/** Handlers of plan upkeep: the rules decide on a command made of the input. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { inOrder, type PlanUpkeep } from '#shared/domain/upkeep/upkeep.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import { openAction } from '../action/open.ts'
import { isRefusal, type CommandContext, type Handler } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { importRows } from './import.ts'
import { textsInForce, textsOn } from './data.ts'
import { decided } from './decided.ts'

/** The next of the revision record, where nobody gives it a number. */
const nextNumber = ({ issues }: PlanUpkeep): string => String(inOrder(issues).length + 1)

const newId = ({ vault, meta }: CommandContext): string => vault.id(meta.at)

const issue: Handler<'upkeep/issue'> = async (input, context) => {
  const { about, kind, day, effective, signatory, person, approvedBy, why } = input
  const id = newId(context)
  let number = input.number ?? ''
  const changes = await decided(
    about,
    ({ seal, sealOrNull }, thing) => {
      number ||= nextNumber(thing.upkeep)
      return [
        {
          type: 'IssuePlan',
          ...{ id, kind, number, day, effective: effective ?? day },
          ...{ signatory: seal(signatory), person: sealOrNull(person) },
          ...{
            approvedBy: sealOrNull(approvedBy),
            why: seal(why),
            texts: textsOn(thing, day, context),
          },
        },
      ]
    },
    context,
    { keepsTexts: true },
  )
  return changes.ok ? { ...changes, reply: { entryId: id, number } } : changes
}

const file: Handler<'upkeep/file'> = async (input, context) => {
  const { about, day, authority, person, receipt } = input
  const id = newId(context)
  return decided(
    about,
    ({ sealOrNull }, thing) => [
      {
        type: 'FilePlan',
        ...{ id, day, authority, person: sealOrNull(person), texts: textsOn(thing, day, context) },
      },
      ...(receipt ? [{ type: 'ReceiveFiling' as const, id, ...receipt }] : []),
    ],
    context,
    { reply: { entryId: id }, keepsTexts: true },
  )
}

const receipt: Handler<'upkeep/receipt'> = async ({ about, entryId, day, number }, context) =>
  decided(about, () => [{ type: 'ReceiveFiling', id: entryId, day, number }], context)

const known: Handler<'upkeep/known'> = async ({ about, to, day, whom, how }, context) => {
  const id = newId(context)
  return decided(
    about,
    ({ seal, sealOrNull }) => [
      {
        type: 'MakeKnown',
        ...{ id, to, day, nobody: !whom, whom: sealOrNull(whom), how: seal(how) },
      },
    ],
    context,
    { reply: { entryId: id } },
  )
}

type ActionInput = NonNullable<Parsed<'upkeep/trigger'>['action']>

/** Opens the measure in the same commit; its source is the plan, else the document by its name. */
async function withAction(
  action: ActionInput | null | undefined,
  why: string,
  context: CommandContext,
): Promise<{ id: string; changes: Changes } | Refusal | null> {
  if (!action) return null
  const { planId, ...measure } = action
  const opened = await openAction(
    {
      ...measure,
      why: why as Parsed<'action/open'>['why'],
      source: planId
        ? { planId }
        : {
            words: '预案评估、修订' as Extract<
              Parsed<'action/open'>['source'],
              { words: unknown }
            >['words'],
          },
      planId,
    },
    context,
  )
  if (!opened.ok) return opened
  return { id: (opened.reply as { actionId: string }).actionId, changes: opened }
}

/** What was recorded and the measure that it opens, saved together. */
async function recordedWithAction(
  action: ActionInput | null | undefined,
  words: string,
  context: CommandContext,
  record: (actionId: string | null) => Promise<Changes | Refusal>,
  entryId: string,
): Promise<Changes | Refusal> {
  const opened = await withAction(action, words, context)
  if (isRefusal(opened)) return opened
  const changes = await record(opened?.id ?? null)
  if (!changes.ok) return changes
  return opened
    ? joinChanges([changes, opened.changes], { entryId, action: opened.id })
    : { ...changes, reply: { entryId } }
}

const evaluate: Handler<'upkeep/evaluate'> = async (input, context) => {
  const { about, day, person, result, words, action } = input
  const id = newId(context)
  return recordedWithAction(
    action,
    words,
    context,
    (actionId) =>
      decided(
        about,
        ({ seal }) => [
          {
            type: 'EvaluatePlan',
            ...{ id, day, person: seal(person), result, words: seal(words), actionId },
          },
        ],
        context,
      ),
    id,
  )
}

const trigger: Handler<'upkeep/trigger'> = async (input, context) => {
  const { about, day, words, action } = input
  const id = newId(context)
  return recordedWithAction(
    action,
    words,
    context,
    (actionId) =>
      decided(
        about,
        ({ seal }) => [
          {
            type: 'DemandRevision',
            ...{ id, trigger: input.trigger, day, words: seal(words), actionId },
          },
        ],
        context,
      ),
    id,
  )
}

const settle: Handler<'upkeep/settle'> = async ({ about, entryId, planId, reason }, context) => {
  const plan = planId ? context.library.plan(planId) : null
  if (planId && !plan) return unknownPlan(planId)
  return decided(
    about,
    ({ sealOrNull }) => [
      {
        type: 'SettleDemand',
        id: entryId,
        text: plan && { planId: plan.id, revision: plan.revision },
        reason: sealOrNull(reason),
      },
    ],
    context,
  )
}

const judgeRefiling: Handler<'upkeep/judge'> = async ({ about, refile, reason }, context) =>
  decided(
    about,
    ({ seal }, thing) => [
      { type: 'JudgeRefiling', texts: textsInForce(thing), refile, reason: seal(reason) },
    ],
    context,
    { keepsTexts: true },
  )

const arrange: Handler<'upkeep/arrange'> = async (input, context) => {
  const { about, filing, authority = null, owner, reason } = input
  const refused = owner ? refusedOwners([owner], context) : null
  if (refused) return refused
  return decided(
    about,
    (sealing) => [
      {
        type: 'ArrangeUpkeep',
        ...{ filing, authority, owner: owner ? ownerOf(owner, sealing, context) : null },
        reason: sealing.sealOrNull(reason),
      },
    ],
    context,
  )
}

const supplement: Handler<'upkeep/supplement'> = async ({ about, text, why }, context) => {
  let number = 1
  const changes = await decided(
    about,
    ({ seal }, { upkeep }) => {
      number = (upkeep.supplement?.number ?? 0) + 1
      return [{ type: 'ReviseSupplement', ...text, why: seal(why) }]
    },
    context,
  )
  return changes.ok ? { ...changes, reply: { number } } : changes
}

const statement: Handler<'upkeep/statement'> = async ({ about, parts }, context) =>
  decided(
    about,
    ({ sealOrNull }) => [
      {
        type: 'WriteStatement',
        parts: parts.map(({ part, words }) => ({ part, words: sealOrNull(words) })),
      },
    ],
    context,
  )

const withdraw: Handler<'upkeep/withdraw'> = async ({ about, entryId, reason }, context) =>
  decided(
    about,
    ({ seal }) => [{ type: 'WithdrawEntry', id: entryId, reason: seal(reason) }],
    context,
  )

export const upkeepCommands = {
  'upkeep/issue': issue,
  'upkeep/file': file,
  'upkeep/receipt': receipt,
  'upkeep/known': known,
  'upkeep/evaluate': evaluate,
  'upkeep/trigger': trigger,
  'upkeep/settle': settle,
  'upkeep/judge': judgeRefiling,
  'upkeep/arrange': arrange,
  'upkeep/supplement': supplement,
  'upkeep/statement': statement,
  'upkeep/withdraw': withdraw,
  'upkeep/import': importRows,
}
