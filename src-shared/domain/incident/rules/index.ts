/**
 * Numbers, scales, lists and evidence of an incident, in one table: which rule answers which
 * command, and which event is folded how. What each means stands in its own file.
 */
import { unreachable, type Decision, type Meta } from '../../decision.ts'
import {
  assess,
  foldAssessment,
  recordImpact,
  type AssessEvent,
  type AssessIncident,
  type RecordImpact,
} from './assess.ts'
import {
  foldEvidence,
  recordEvidence,
  type EvidenceEvent,
  type RecordEvidence,
} from './evidence.ts'
import { changeLevel, foldLevel, type ChangeLevel, type LevelChanged } from './response-level.ts'
import {
  addToList,
  foldList,
  markListItem,
  type AddToList,
  type ListEvent,
  type MarkListItem,
} from './worklist.ts'
import {
  endPrealert,
  foldPrealert,
  setPrealert,
  type EndPrealert,
  type PrealertEvent,
  type SetPrealert,
} from './prealert.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

export type JudgingCommand =
  | AssessIncident
  | RecordImpact
  | ChangeLevel
  | SetPrealert
  | EndPrealert
  | AddToList
  | MarkListItem
  | RecordEvidence
export type JudgingEvent = AssessEvent | LevelChanged | PrealertEvent | ListEvent | EvidenceEvent

/** Each rule says by itself in which states it takes something. */
const RULES: {
  [T in JudgingCommand['type']]: (
    incident: Incident,
    command: Extract<JudgingCommand, { type: T }>,
    world: World,
  ) => Decision<JudgingEvent>
} = {
  AssessIncident: assess,
  RecordImpact: recordImpact,
  ChangeLevel: changeLevel,
  SetPrealert: setPrealert,
  EndPrealert: endPrealert,
  AddToList: addToList,
  MarkListItem: markListItem,
  RecordEvidence: recordEvidence,
}

export const isJudging = (command: { type: string }): command is JudgingCommand =>
  Object.hasOwn(RULES, command.type)

export const judge = <T extends JudgingCommand['type']>(
  incident: Incident,
  command: Extract<JudgingCommand, { type: T }>,
  world: World,
): Decision<JudgingEvent> => RULES[command.type](incident, command, world)

export function foldJudging(incident: Incident, event: JudgingEvent & Meta): Incident {
  switch (event.type) {
    case 'CasualtiesCounted':
    case 'LossEstimated':
    case 'SeverityJudged':
    case 'ImpactRecorded':
      return foldAssessment(incident, event)
    case 'LevelChanged':
      return foldLevel(incident, event)
    case 'PrealertSet':
    case 'PrealertEnded':
      return foldPrealert(incident, event)
    case 'ListAdded':
    case 'ListMarked': {
      const step = incident.steps[event.stepId]
      return step
        ? { ...incident, steps: { ...incident.steps, [event.stepId]: foldList(step, event) } }
        : incident
    }
    case 'EvidenceRecorded':
    case 'EvidenceMayGo':
      return foldEvidence(incident, event)
    default:
      return unreachable(event)
  }
}
