/** Reads the sample incidents of `station demo` from resources/demo/scenes.yaml. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { yaml } from '#main/adapters/plans/yaml.ts'

/** A sample incident; all times are minutes after its report. */
export type Scene = {
  type: string
  place: string
  narrative: string
  channel: string
  reporter: string
  by: string // the dispatcher on shift
  drill?: boolean
  /** The plan that is activated, and the answers to its questions. */
  plan?: {
    id: string
    level?: number
    commander: string
    answers: readonly { after: number; fact: string; value: string | number | string[] }[]
  }
  /** When these steps are finished: beyond their limit makes them late. */
  at?: Readonly<Record<string, number>>
  /** Reasons for late steps, and for steps that are skipped with them. */
  late?: string
  skip?: Readonly<Record<string, string>>
  /** Steps that somebody else reports as done, over the telephone. */
  onBehalf?: Readonly<Record<string, { person: string; words: string }>>
  note?: string
  /** Without a plan: the reason why it is closed, or why the report was false. */
  closedBecause?: string
  falseBecause?: string
}

/**
 * `before`: of a month that is over; `present`: incidents that still run; `ago`: minutes since the
 * report, `undone`: steps left open.
 */
export type Scenes = {
  before: readonly Scene[]
  past: readonly Scene[]
  present: readonly { ago: number; scene: Scene; undone: readonly string[] }[]
}

/** `resources`: the folder of the installation. The station checks every field as it is played. */
export const readScenes = (resources: string): Scenes =>
  yaml().parse(readFileSync(join(resources, 'demo', 'scenes.yaml'), 'utf8')) as Scenes
