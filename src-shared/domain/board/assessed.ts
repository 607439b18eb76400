/**
 * Draws the part of a board entry that people assessed, listed and secured: numbers, scales, the
 * lists of the steps, evidence.
 */
import { countsOf, evidenceOf, itemsOf, type PlannedStep } from '../incident/record/select.ts'
import { evaluate } from '../incident/record/condition.ts'
import type { Evidence } from '../incident/record/slices.ts'
import { mayBeHandled, retainUntil } from '../incident/rules/evidence.ts'
import { levelSet } from '../incident/rules/response-level.ts'
import { inListOrder } from '../incident/rules/worklist.ts'
import { warningOf } from '../incident/rules/prealert.ts'
import { injuryClassOf } from '../incident/rules/accident.ts'
import { suggestSeverity } from '../incident/rules/severity.ts'
import type { Incident } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import { isAccidentType } from '../plan/danger.ts'
import { leavesOf } from '../plan/walk.ts'
import { isSealed, shown, shownOrNull, WITHHELD_SEAL, type Sealed } from '../sealed.ts'
import type { BoardAccident } from './accident-types.ts'
import type { BoardFile } from './file-types.ts'
import type { View } from './view.ts'
import type {
  BoardCasualties,
  BoardEvidence,
  BoardImpact,
  BoardIncident,
  BoardList,
} from './types.ts'

type Open = (sealed: Sealed | null) => string | null

/** Null where the step has no list. */
export function drawList({ step: { list }, state }: PlannedStep, open: Open): BoardList | null {
  if (!list) return null
  const items = inListOrder(list, itemsOf(state)).map(({ id, name, size, helper, mark }) => ({
    id,
    name: isSealed(name) ? open(name) : name,
    size,
    helper: open(helper),
    outcome: mark?.outcome ?? null,
    for: open(mark?.for ?? null),
    reason: shownOrNull(mark?.reason, open),
    markedAt: mark?.at ?? null,
    markedBy: mark?.by ?? null,
  }))
  return {
    done: items.filter(({ outcome }) => outcome === 'reached' || outcome === 'handed-over').length,
    total: items.length,
    unmarked: items.filter(({ outcome }) => outcome === null).length,
    items,
  }
}

/** Is one of the numbers of its condition still to be counted? */
export const waitsForCount = (
  { step, run }: PlannedStep,
  incident: Incident,
  world: World,
): boolean =>
  leavesOf(step.when).some(
    (leaf) => 'casualties' in leaf && evaluate(leaf, step, run, incident, world) === null,
  )

function casualties(incident: Incident): BoardCasualties | null {
  if (!incident.casualties) return null
  const {
    at,
    by,
    dead = null,
    serious = null,
    minor = null,
    missing = null,
    trapped = null,
    atRisk = null,
    evacuated = null,
    vulnerable = null,
  } = incident.casualties
  return { dead, serious, minor, missing, trapped, atRisk, evacuated, vulnerable, at, by }
}

/** Null where its type is no accident at work and nobody said anything of it. */
function accident(incident: Incident, types: ReturnType<View['types']>): BoardAccident | null {
  const { type, lossParts, accident: kind = null, atLeastOne = [] } = incident
  if (!kind && !lossParts && !(type !== null && isAccidentType(type, types))) return null
  const {
    injury = null,
    property = null,
    rescue = null,
    clearance = null,
    affairs = null,
  } = lossParts ?? {}
  return {
    kind,
    injury: injuryClassOf(countsOf(incident), atLeastOne),
    loss: { injury, property, rescue, clearance, affairs },
  }
}

function impact(incident: Incident): BoardImpact | null {
  if (!incident.impact) return null
  const {
    staff = null,
    customers = null,
    serviceInterruptedMs = null,
    operating = null,
    meeting = null,
    at,
    by,
  } = incident.impact
  return { staff, customers, serviceInterruptedMs, operating, meeting, at, by }
}

function drawEvidence(incident: Incident, item: Evidence, open: Open): BoardEvidence {
  const { id, kind, stepId, keepDays, released } = item
  return {
    ...{ id, kind, stepId, keepDays },
    what: shown(item.what, open),
    place: shown(item.place, open),
    keeper: open(item.keeper),
    recordedAt: item.at,
    recordedBy: item.by,
    keepUntil: retainUntil(incident, item),
    mayGoAt: mayBeHandled(incident, item) ? item.mayGoAt : null,
    ...(released && {
      released: {
        ...released,
        to: shown(released.to, open),
        reason: shownOrNull(released.reason, open),
      },
    }),
  }
}

const isGone = (name: Sealed, open: Open): boolean =>
  isSealed(name) && name.sealed !== WITHHELD_SEAL.sealed && open(name) === null

/** Files as consoles see them. */
export const drawFiles = (
  attached: NonNullable<Incident['files']>,
  open: Open,
): readonly BoardFile[] =>
  attached.map(({ file: { id: fileId, bytes, format }, name, withdrawn, ...rest }) => ({
    ...rest,
    fileId,
    bytes,
    format,
    name: shown(name, open),
    ...(isGone(name, open) && { purged: true as const }),
    ...(withdrawn && { withdrawn: { ...withdrawn, reason: shown(withdrawn.reason, open) } }),
  }))

type Assessment = Pick<
  BoardIncident,
  | 'levels'
  | 'warning'
  | 'severity'
  | 'legalCategory'
  | 'severitySuggested'
  | 'casualties'
  | 'atLeastOne'
  | 'loss'
  | 'accident'
  | 'impact'
  | 'evidence'
  | 'files'
>

export function drawAssessment(
  incident: Incident,
  { world, open, types }: Pick<View, 'world' | 'open' | 'types'>,
): Assessment {
  const atWork = accident(incident, types(incident.receivedAt))
  return {
    levels: levelSet(incident, world),
    warning: warningOf(incident),
    severity: incident.severity ?? null,
    legalCategory: incident.legalCategory,
    severitySuggested: suggestSeverity(
      countsOf(incident),
      incident.loss ?? null,
      incident.legalCategory,
    ),
    casualties: casualties(incident),
    atLeastOne: incident.atLeastOne ?? [],
    loss: incident.loss ?? null,
    ...(atWork ? { accident: atWork } : {}),
    impact: impact(incident),
    evidence: evidenceOf(incident).map((item) => drawEvidence(incident, item, open)),
    ...(incident.files && { files: drawFiles(incident.files, open) }),
  }
}
