/** Decides on a drill: arranged, played, ended, evaluated, acknowledged, reported outside. */
import { accept, unreachable, type Decision, type Meta } from '../decision.ts'
import { localDate } from '../calendar.ts'
import { tooFarAhead } from '../due-days.ts'
import type { Sealed } from '../sealed.ts'
import {
  isHeld,
  isPlayedOut,
  stateOfDrill,
  type Drill,
  type DrillState,
  type Evaluation,
} from './drill.ts'
import { deliveriesAt, type Inject, type Speed } from './inject.ts'
import * as no from './refusals.ts'
import { gradeOf, type Score, type ScoreItem } from './scoring.ts'
import type { Arrangement, DrillArranged, DrillCounted, DrillEvent } from './stream.ts'

export type ArrangeDrill = Omit<DrillArranged, 'type'> & { type: 'ArrangeDrill' }
/** Nobody arranged it: it was reported at the intake, and is over. */
export type CountDrill = Omit<DrillCounted, 'type'> & { type: 'CountDrill' }
/** What is left out stays as it is. */
export type AmendDrill = { type: 'AmendDrill'; changed: Partial<Arrangement> }
export type CallOffDrill = { type: 'CallOffDrill'; reason: Sealed }
export type StartDrill = { type: 'StartDrill'; incidentId: string; number: string | null }
export type HoldInjects = { type: 'HoldInjects'; isOnHold: boolean }
export type PaceInjects = { type: 'PaceInjects'; speed: Speed }
export type DeliverInject = { type: 'DeliverInject'; injectId: string }
export type SkipInject = { type: 'SkipInject'; injectId: string }
export type ImproviseInject = { type: 'ImproviseInject'; inject: Omit<Inject, 'id' | 'after'> }
export type RecordFinding = { type: 'RecordFinding'; words: Sealed; stepId: string | null }
export type WithdrawFinding = { type: 'WithdrawFinding'; findingId: string; reason: Sealed }
/** `planIds`: the plans that ran in it. `brokenOff`: why it was given up; null: it was not. */
export type EndDrill = { type: 'EndDrill'; planIds: readonly string[]; brokenOff: Sealed | null }
/** `items`: as the rules propose them now. `scores`: by item, what the evaluator says instead. */
export type EvaluateDrill = {
  type: 'EvaluateDrill'
  items: readonly ScoreItem[]
  scores: ReadonlyMap<string, { score: Score; reason: Sealed | null }>
  contents: Evaluation['contents']
  person: Sealed
  reason: Sealed | null
}
export type AcknowledgeDrill = { type: 'AcknowledgeDrill'; participantId: string }
export type UndoAcknowledgement = { type: 'UndoAcknowledgement'; participantId: string }
/** `isDeclared`: its plan was gone through at the table, though none ran; false: it was not. */
export type DeclareDrill = { type: 'DeclareDrill'; isDeclared: boolean }
export type ReportDrillOut = { type: 'ReportDrillOut'; day: string; to: Sealed }
export type DrillCommand =
  | ArrangeDrill
  | CountDrill
  | AmendDrill
  | CallOffDrill
  | StartDrill
  | HoldInjects
  | PaceInjects
  | DeliverInject
  | SkipInject
  | ImproviseInject
  | RecordFinding
  | WithdrawFinding
  | EndDrill
  | EvaluateDrill
  | AcknowledgeDrill
  | UndoAcknowledgement
  | DeclareDrill
  | ReportDrillOut

/** `today`: local date of the site in `zone`. */
export type DrillWorld = { today: string; zone: string }
type Decided = Decision<DrillEvent>

const refusedArrangement = (
  { day, form, setBack }: Pick<Arrangement, 'day' | 'form' | 'setBack'>,
  { today }: DrillWorld,
): Decided | null => {
  if (day < today) return no.dayGone()
  const isFar = tooFarAhead(day, today)
  if (isFar) return isFar
  return setBack !== null && form !== 'desk' ? no.setBackOfOther() : null
}

const injectOpen = (drill: Drill, injectId: string, at: number): Decided | null => {
  if (drill.script.every(({ id }) => id !== injectId)) return no.unknownInject()
  const isOver =
    drill.skipped.includes(injectId) ||
    deliveriesAt(drill, at).some((delivery) => delivery.injectId === injectId)
  return isOver ? no.injectOver() : null
}

/** Ids go on from the script's: what was skipped keeps its. */
const nextId = (prefix: string, all: readonly { id: string }[]): string =>
  `${prefix}${Math.max(0, ...all.map(({ id }) => Number(id.slice(prefix.length)) || 0)) + 1}`

/** The commands that only a running drill takes. */
function play(
  drill: Drill,
  command: Extract<
    DrillCommand,
    HoldInjects | PaceInjects | DeliverInject | SkipInject | ImproviseInject | EndDrill
  >,
  { at }: Meta,
): Decided {
  switch (command.type) {
    case 'HoldInjects':
      if (drill.play?.isOnHold === command.isOnHold) return no.nothingNew()
      return accept({ type: command.isOnHold ? 'InjectsHeld' : 'InjectsResumed' })
    case 'PaceInjects':
      if (drill.play?.speed === command.speed) return no.nothingNew()
      return accept({ type: 'InjectsPaced', speed: command.speed })
    case 'DeliverInject':
      return (
        injectOpen(drill, command.injectId, at) ??
        accept({ type: 'InjectDelivered', injectId: command.injectId })
      )
    case 'SkipInject':
      return (
        injectOpen(drill, command.injectId, at) ??
        accept({ type: 'InjectSkipped', injectId: command.injectId })
      )
    case 'ImproviseInject': {
      const inject = { ...command.inject, id: nextId('n', drill.script), after: null }
      return accept({ type: 'InjectImprovised', inject })
    }
    case 'EndDrill': {
      const { planIds, brokenOff } = command
      return accept({ type: 'DrillEnded', deliveries: deliveriesAt(drill, at), planIds, brokenOff })
    }
  }
}

function evaluate(drill: Drill, command: EvaluateDrill): Decided {
  const { items, scores, contents, person, reason } = command
  if (drill.evaluation && reason === null) return no.replacedWithoutReason()
  if ([...scores.keys()].some((id) => items.every((item) => item.id !== id)))
    return no.unknownItem()
  const titlesOf = (some: readonly ScoreItem[]): readonly string[] =>
    some.map(({ title }) => title.zh)
  const lacking = items.filter(({ id, proposed }) => proposed === null && !scores.has(id))
  if (lacking.length > 0) return no.scoreLacking(titlesOf(lacking))
  const silent = items.filter(({ id, proposed }) => {
    const changed = scores.get(id)
    return changed && proposed !== null && changed.score !== proposed && changed.reason === null
  })
  if (silent.length > 0) return no.changedWithoutReason(titlesOf(silent))
  const scored = items.map((item) => {
    const { score = item.proposed ?? 0, reason: why = null } = scores.get(item.id) ?? {}
    return { ...item, score, reason: why }
  })
  const grade = gradeOf(scored)
  return accept({ type: 'DrillEvaluated', person, items: scored, contents, ...grade, reason })
}

/** By the word of somebody: what no record shows. */
function declare(drill: Drill, { isDeclared }: DeclareDrill): Decided {
  if (drill.form !== 'desk' || !isPlayedOut(drill)) return no.declaredOfOther()
  const planRan = (drill.ended?.planIds.length ?? 0) > 0
  if (planRan || isDeclared === (drill.declared !== undefined)) return no.nothingNew()
  return accept({ type: isDeclared ? 'DrillDeclared' : 'DrillDeclarationUndone' })
}

function reportOut(
  drill: Drill,
  { day, to }: ReportDrillOut,
  { today, zone }: DrillWorld,
): Decided {
  const startedOn = localDate(drill.started?.at ?? 0, zone)
  return day < startedOn || day > today
    ? no.reportedAhead()
    : accept({ type: 'DrillReportedOut', day, to })
}

/** In which states each command is taken. */
const TAKEN_IN: Readonly<
  Record<Exclude<DrillCommand['type'], 'ArrangeDrill' | 'CountDrill'>, readonly DrillState[]>
> = {
  AmendDrill: ['planned'],
  CallOffDrill: ['planned'],
  StartDrill: ['planned'],
  HoldInjects: ['running'],
  PaceInjects: ['running'],
  DeliverInject: ['running'],
  SkipInject: ['running'],
  ImproviseInject: ['running'],
  EndDrill: ['running'],
  RecordFinding: ['running', 'ended', 'evaluated', 'broken-off'],
  WithdrawFinding: ['running', 'ended', 'evaluated', 'broken-off'],
  EvaluateDrill: ['ended', 'evaluated'],
  AcknowledgeDrill: ['evaluated'],
  UndoAcknowledgement: ['evaluated'],
  DeclareDrill: ['ended', 'evaluated'],
  ReportDrillOut: ['ended', 'evaluated'],
}

/**
 * Refused: one that nobody arranged (`unknown-drill`); what its state does not take, to count or
 * report one in which no plan ran, to declare one that is not at a desk (`drill-state`); a day that
 * is gone or years ahead, an event set back in a drill that is not at a desk, a score of no item
 * (`bad-input`); an inject, a finding, a participant that there is not (`unknown-…`); an inject
 * that was delivered or skipped (`inject-over`); an item without a score (`score-needed`); a score
 * that was changed, or an evaluation replaced, without a reason (`reason-needed`); what is so
 * already (`no-change`).
 */
export function decideDrill(
  drill: Drill | null,
  command: DrillCommand,
  meta: Meta,
  world: DrillWorld,
): Decided {
  if (command.type === 'ArrangeDrill')
    return refusedArrangement(command, world) ?? accept({ ...command, type: 'DrillArranged' })
  if (command.type === 'CountDrill') {
    if (drill) return no.nothingNew()
    if (command.planIds.length === 0) return no.ofNoPlan()
    return accept({ ...command, type: 'DrillCounted' })
  }
  if (!drill) return no.unknownDrill()
  const state = stateOfDrill(drill)
  // that it counts was a word of somebody, who may take it back before the evaluation
  if (command.type === 'CallOffDrill' && drill.counted && state === 'ended')
    return accept({ type: 'DrillCalledOff', reason: command.reason })
  if (!TAKEN_IN[command.type].includes(state)) return no.notInThisState(state)
  switch (command.type) {
    case 'AmendDrill': {
      const { changed } = command
      const { day = drill.day, form = drill.form, setBack = drill.setBack } = changed
      const isMoved = day !== drill.day || form !== drill.form || setBack !== drill.setBack
      const refused = isMoved ? refusedArrangement({ day, form, setBack }, world) : null
      return refused ?? accept({ type: 'DrillAmended', ...changed })
    }
    case 'CallOffDrill':
      return accept({ type: 'DrillCalledOff', reason: command.reason })
    case 'StartDrill': {
      const { incidentId, number } = command
      return accept({ type: 'DrillStarted', incidentId, number })
    }
    case 'RecordFinding': {
      const { words, stepId } = command
      const findingId = nextId('f', drill.findings)
      return accept({ type: 'FindingRecorded', findingId, words, stepId })
    }
    case 'WithdrawFinding': {
      const finding = drill.findings.find(({ id }) => id === command.findingId)
      if (!finding) return no.unknownFinding()
      if (finding.withdrawn) return no.nothingNew()
      const { findingId, reason } = command
      return accept({ type: 'FindingWithdrawn', findingId, reason })
    }
    case 'EvaluateDrill':
      return evaluate(drill, command)
    case 'AcknowledgeDrill': {
      const { participantId } = command
      if (drill.participants.every(({ id }) => id !== participantId)) return no.unknownParticipant()
      if (drill.acknowledged[participantId]) return no.nothingNew()
      return accept({ type: 'DrillAcknowledged', participantId })
    }
    case 'UndoAcknowledgement': {
      const { participantId } = command
      return drill.acknowledged[participantId]
        ? accept({ type: 'AcknowledgementUndone', participantId })
        : no.nothingNew()
    }
    case 'DeclareDrill':
      return declare(drill, command)
    case 'ReportDrillOut':
      return isHeld(drill) ? reportOut(drill, command, world) : no.ofNoPlan()
    case 'HoldInjects':
    case 'PaceInjects':
    case 'DeliverInject':
    case 'SkipInject':
    case 'ImproviseInject':
    case 'EndDrill':
      return play(drill, command, meta)
    default:
      return unreachable(command)
  }
}
