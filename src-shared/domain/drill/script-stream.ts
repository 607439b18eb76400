/** The streams of drill scripts, one for each plan: what its drills begin with unless changed. */
import { accept, type Decision, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { isInject, type Inject } from './inject.ts'

/** `planId` is the id of the stream. An empty one is none: what the plan proposes stands again. */
export type DrillScript = { planId: string; injects: readonly Inject[]; at: number; by: string }
export type DrillScriptSaved = { type: 'DrillScriptSaved'; injects: readonly Inject[] }
type ScriptState = { planId: string; script: DrillScript | null }

/** Whatever stands in it is taken: what an inject may say is for the contract. */
export const decideScript = (injects: readonly Inject[]): Decision<DrillScriptSaved> =>
  accept({ type: 'DrillScriptSaved', injects })

export const drillScriptStream = defineStream<
  ScriptState,
  DrillScriptSaved,
  { 'drill-script': DrillScript }
>({
  name: 'drill-script.',
  initial: (planId) => ({ planId, script: null }),
  evolve: ({ planId }, { injects, at, by }: Recorded<DrillScriptSaved>) => ({
    planId,
    script: { planId, injects, at, by },
  }),
  documents: {
    'drill-script': {
      of: ({ script }) => script,
      name: localized('演练脚本', 'drill scripts'),
      hasForm: (body, id) =>
        is.fields<DrillScript>({
          planId: is.oneOf([id]),
          injects: is.list(isInject),
          at: is.number,
          by: is.words,
        })(body),
    },
  },
})
