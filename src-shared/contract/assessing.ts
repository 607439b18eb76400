/**
 * The requests by which an incident is assessed and worked through: numbers, scales, lists,
 * evidence.
 */
import { DAY_MS } from '../domain/units.ts'
import { z } from 'zod'
import {
  AT_LEAST_ONE,
  EVIDENCE_KINDS,
  LIST_OUTCOMES,
  MEETING_EFFECTS,
  MOST_PEOPLE,
  MOST_YUAN,
  OPERATING,
  SEVERITIES,
  WARNINGS,
} from '../domain/incident/record/scales.ts'
import { MOST_SHOWING } from '../domain/incident/record/files.ts'
import { FileId } from './files.ts'
import { Id, Instant, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'
import { personal } from './personal.ts'

const People = z.int().min(0).max(MOST_PEOPLE)
const Yuan = z.number().min(0).max(MOST_YUAN)
const YEAR_MS = 366 * DAY_MS

const assess = z.strictObject({
  incidentId: Id,
  casualties: z
    .strictObject({
      dead: People.nullish(),
      serious: People.nullish(),
      minor: People.nullish(),
      missing: People.nullish(),
      trapped: People.nullish(),
      atRisk: People.nullish(),
      evacuated: People.nullish(),
      vulnerable: People.nullish(),
    })
    .nullish(),
  atLeastOne: z.array(z.enum(AT_LEAST_ONE)).max(AT_LEAST_ONE.length).nullish(),
  loss: Yuan.nullish(),
  lossParts: z
    .strictObject({
      injury: Yuan.nullish(),
      property: Yuan.nullish(),
      rescue: Yuan.nullish(),
      clearance: Yuan.nullish(),
      affairs: Yuan.nullish(),
    })
    .nullish(),
  accidentCode: Id.nullish(),
  severity: z.enum(SEVERITIES).nullish(),
  from: Id.nullish(), // the caller or the merged incident whose people these numbers hold
  reason: personal(10_000).nullish(),
})
const level = z.strictObject({
  incidentId: Id,
  level: z.int().min(1).max(9),
  reason: personal(10_000).nullish(),
})
const prealert = z.strictObject({
  incidentId: Id,
  warning: z.enum(WARNINGS),
  warningId: Id.nullish(), // the warning in force that it comes from
  reason: personal(10_000).nullish(),
})
const impact = z.strictObject({
  incidentId: Id,
  affected: z.strictObject({ staff: People.nullish(), customers: People.nullish() }).nullish(),
  serviceInterruptedMs: z.int().min(0).max(YEAR_MS).nullish(),
  operating: z.enum(OPERATING).nullish(),
  meeting: z.enum(MEETING_EFFECTS).nullish(),
  reason: personal(10_000).nullish(),
})
/**
 * Whether a name is personal depends on the list: of places it is not (plan language, `list.kind`).
 * It is tagged here, and the station decides.
 */
const listAdd = z.strictObject({
  incidentId: Id,
  stepId: Id,
  items: z
    .array(
      z.strictObject({
        name: personal(200),
        size: People.nullish(),
        helper: personal(200).nullish(),
      }),
    )
    .max(200)
    .nullish(),
  fromRegister: z.boolean().nullish(),
})
const listMark = z.strictObject({
  incidentId: Id,
  stepId: Id,
  item: Id,
  outcome: z.enum(LIST_OUTCOMES),
  by: personal(200).nullish(),
  reason: personal(10_000).nullish(),
})
const evidence = z.strictObject({
  incidentId: Id,
  stepId: Id.nullish(),
  what: personal(200),
  kind: z.enum(EVIDENCE_KINDS),
  place: personal(200),
  keeper: personal(200).nullish(),
  keepUntil: Instant.nullish(),
  // that show it: sent before, by `POST /api/files`
  files: z
    .array(z.strictObject({ fileId: FileId, name: personal(200) }))
    .max(MOST_SHOWING)
    .nullish(),
})

export const assessing = {
  'incident/assess': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: assess,
    reply: reply<Empty>(),
  }),
  'incident/level': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: level,
    reply: reply<Empty>(),
  }),
  'incident/prealert': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: prealert,
    reply: reply<Empty>(),
  }),
  'incident/prealert-end': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, reason: personal(10_000).nullish() }),
    reply: reply<Empty>(),
  }),
  'incident/impact': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: impact,
    reply: reply<Empty>(),
  }),
  'incident/list-add': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: listAdd,
    reply: reply<Empty>(),
  }),
  'incident/list-mark': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: listMark,
    reply: reply<Empty>(),
  }),
  'incident/evidence-add': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    prepare: true,
    input: evidence,
    reply: reply<{ evidenceId: string }>(),
  }),
}
