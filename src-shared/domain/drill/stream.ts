/**
 * The streams of drills, one for each: arranged or counted afterwards, started, played with its
 * injects, ended, evaluated, acknowledged by who took part, reported to the authority.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isDrill, type Drill, type Evaluation } from './drill.ts'
import {
  deliveriesAt,
  injectsAhead,
  playedAt,
  type Delivery,
  type Inject,
  type Play,
  type Speed,
} from './inject.ts'

/** What is arranged, and can be changed until it starts. */
export type Arrangement = Pick<
  Drill,
  'form' | 'purpose' | 'day' | 'leader' | 'evaluator' | 'participants' | 'setBack' | 'script'
> & { place: Sealed; narrative: Sealed }

export type DrillArranged = { type: 'DrillArranged' } & Pick<Drill, 'planId' | 'planTitle'> &
  Arrangement
/**
 * One that nobody arranged counts: it was reported at the intake and played to its end.
 * `startedAt`, `endedAt` in UTC ms; `planIds`: the plans that ran in it.
 */
export type DrillCounted = { type: 'DrillCounted' } & Pick<Drill, 'planId' | 'planTitle'> &
  Omit<Arrangement, 'setBack' | 'script'> & {
    incidentId: string
    number: string | null
    startedAt: number
    startedBy: string
    endedAt: number
    planIds: readonly string[]
  }
export type DrillAmended = { type: 'DrillAmended' } & Partial<Arrangement>
export type DrillCalledOff = { type: 'DrillCalledOff'; reason: Sealed }
/** It runs as this incident, and its script plays from then on. */
export type DrillStarted = { type: 'DrillStarted'; incidentId: string; number: string | null }
/** The injects are on hold; no clock of a step is. */
export type InjectsHeld = { type: 'InjectsHeld' }
export type InjectsResumed = { type: 'InjectsResumed' }
export type InjectsPaced = { type: 'InjectsPaced'; speed: Speed }
/** By hand: one without a time, or the next before its time. */
export type InjectDelivered = { type: 'InjectDelivered'; injectId: string }
export type InjectSkipped = { type: 'InjectSkipped'; injectId: string }
/** One that no script had, delivered as it was thought of. */
export type InjectImprovised = { type: 'InjectImprovised'; inject: Inject }
export type FindingRecorded = {
  type: 'FindingRecorded'
  findingId: string
  words: Sealed
  stepId: string | null
}
export type FindingWithdrawn = { type: 'FindingWithdrawn'; findingId: string; reason: Sealed }
/** `deliveries`: all that were delivered; `planIds`: the plans that ran in it. */
export type DrillEnded = {
  type: 'DrillEnded'
  deliveries: readonly Delivery[]
  planIds: readonly string[]
  brokenOff: Sealed | null
}
/** Its plan was gone through at the table without running, by the word of somebody. */
export type DrillDeclared = { type: 'DrillDeclared' }
export type DrillDeclarationUndone = { type: 'DrillDeclarationUndone' }
export type DrillEvaluated = { type: 'DrillEvaluated' } & Omit<Evaluation, 'at' | 'by'>
export type DrillAcknowledged = { type: 'DrillAcknowledged'; participantId: string }
/** It was recorded by mistake that they had seen the report. */
export type AcknowledgementUndone = { type: 'AcknowledgementUndone'; participantId: string }
/** It was reported to the authority on a local day; told again, it was put right. */
export type DrillReportedOut = { type: 'DrillReportedOut'; day: string; to: Sealed }
export type DrillEvent =
  | DrillArranged
  | DrillCounted
  | DrillAmended
  | DrillCalledOff
  | DrillStarted
  | InjectsHeld
  | InjectsResumed
  | InjectsPaced
  | InjectDelivered
  | InjectSkipped
  | InjectImprovised
  | FindingRecorded
  | FindingWithdrawn
  | DrillEnded
  | DrillDeclared
  | DrillDeclarationUndone
  | DrillEvaluated
  | DrillAcknowledged
  | AcknowledgementUndone
  | DrillReportedOut

/** Null before it was arranged; `id`: of the stream. */
export type DrillStreamState = { id: string; drill: Drill | null }

function arranged(id: string, event: Recorded<DrillArranged>): Drill {
  const { at, by } = event
  return {
    ...(bodyOf(event) as Omit<DrillArranged, 'type'>),
    ...{ id, version: 1, arrangedAt: at, arrangedBy: by },
    ...{ calledOff: null, started: null, play: null, deliveries: [], skipped: [] },
    ...{ findings: [], ended: null, evaluation: null, acknowledged: {}, reportedOut: null },
  }
}

function counted(id: string, event: Recorded<DrillCounted>): Drill {
  const { at, by } = event
  const { incidentId, number, startedAt, startedBy, endedAt, planIds, ...arrangement } = bodyOf(
    event,
  ) as Omit<DrillCounted, 'type'>
  return {
    ...arrangement,
    ...{ id, version: 1, arrangedAt: at, arrangedBy: by, setBack: null, script: [] },
    ...{ calledOff: null, play: null, deliveries: [], skipped: [], findings: [] },
    started: { incidentId, number, at: startedAt, by: startedBy },
    ended: { at: endedAt, by, planIds, brokenOff: null },
    ...{ evaluation: null, acknowledged: {}, reportedOut: null, counted: { at, by } },
  }
}

/** What was played up to an instant stands in the record from then on; `part`: how it goes on. */
function playedOn(drill: Drill, at: number, part: Partial<Play> = {}): Drill {
  const { play } = drill
  if (!play) return drill
  const now = { ...play, since: at, played: playedAt(play, at), ...part }
  return { ...drill, deliveries: deliveriesAt(drill, at), play: now }
}

/** The next one before its time takes the script along: what follows keeps its distance. */
function deliveredByHand(drill: Drill, { injectId, at, by }: Recorded<InjectDelivered>): Drill {
  const [next] = injectsAhead(drill, at)
  const isNext = next?.id === injectId && next.after !== null
  const before = playedOn(drill, at, isNext ? { played: next.after ?? 0 } : {})
  const others = before.deliveries.filter((delivery) => delivery.injectId !== injectId)
  return { ...before, deliveries: [...others, { injectId, at, by }] }
}

function changed(drill: Drill, event: Recorded<DrillEvent>): Drill {
  const { at, by } = event
  switch (event.type) {
    case 'DrillArranged':
    case 'DrillCounted':
      return drill // it begins once
    case 'DrillAmended':
      return { ...drill, ...(bodyOf(event) as Partial<Arrangement>) }
    case 'DrillCalledOff':
      return { ...drill, calledOff: { reason: event.reason, at, by } }
    case 'DrillStarted': {
      const { incidentId, number } = event
      return {
        ...drill,
        started: { incidentId, number, at, by },
        play: { since: at, played: 0, speed: 1, isOnHold: false },
      }
    }
    case 'InjectsHeld':
      return playedOn(drill, at, { isOnHold: true })
    case 'InjectsResumed':
      return playedOn(drill, at, { isOnHold: false })
    case 'InjectsPaced':
      return playedOn(drill, at, { speed: event.speed })
    case 'InjectDelivered':
      return deliveredByHand(drill, event)
    case 'InjectSkipped': {
      const before = playedOn(drill, at)
      return { ...before, skipped: [...before.skipped, event.injectId] }
    }
    case 'InjectImprovised': {
      const { inject } = event
      const before = playedOn(drill, at)
      return {
        ...before,
        script: [...before.script, inject],
        deliveries: [...before.deliveries, { injectId: inject.id, at, by }],
      }
    }
    case 'FindingRecorded': {
      const { findingId: id, words, stepId } = event
      const finding = { id, words, stepId, at, by, withdrawn: null }
      return { ...drill, findings: [...drill.findings, finding] }
    }
    case 'FindingWithdrawn':
      return {
        ...drill,
        findings: drill.findings.map((finding) =>
          finding.id === event.findingId
            ? { ...finding, withdrawn: { reason: event.reason, at, by } }
            : finding,
        ),
      }
    case 'DrillEnded': {
      const { deliveries, planIds, brokenOff } = event
      return { ...drill, play: null, deliveries, ended: { at, by, planIds, brokenOff } }
    }
    case 'DrillDeclared':
      return { ...drill, declared: { at, by } }
    case 'DrillDeclarationUndone': {
      const { declared, ...undeclared } = drill
      return declared ? undeclared : drill
    }
    case 'DrillEvaluated':
      // who took part has not seen this one yet
      return {
        ...drill,
        evaluation: { ...(bodyOf(event) as Omit<DrillEvaluated, 'type'>), at, by },
        acknowledged: {},
      }
    case 'DrillAcknowledged':
      return {
        ...drill,
        acknowledged: { ...drill.acknowledged, [event.participantId]: { at, by } },
      }
    case 'AcknowledgementUndone':
      return {
        ...drill,
        acknowledged: Object.fromEntries(
          Object.entries(drill.acknowledged).filter(([id]) => id !== event.participantId),
        ),
      }
    case 'DrillReportedOut':
      return { ...drill, reportedOut: { day: event.day, to: event.to, at, by } }
    default:
      return unreachable(event)
  }
}

export const drillStream = defineStream<DrillStreamState, DrillEvent, { drill: Drill }>({
  name: 'drill.',
  initial: (id) => ({ id, drill: null }),
  evolve({ id, drill }, event) {
    if (!drill) {
      if (event.type === 'DrillCounted') return { id, drill: counted(id, event) }
      return { id, drill: event.type === 'DrillArranged' ? arranged(id, event) : null }
    }
    return { id, drill: { ...changed(drill, event), version: drill.version + 1 } }
  },
  documents: {
    drill: {
      of: ({ drill }) => drill,
      name: localized('演练', 'drills'),
      hasForm: (body, id) => isDrill(body) && (body as Drill).id === id,
    },
  },
  version: ({ drill }) => drill?.version ?? 0,
})
