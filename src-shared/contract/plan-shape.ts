/**
 * Reads off the schemas of plan and document files what a form can show: the keys of every part in
 * the order of a file, and what a part needs for the form to stand.
 */
import './read-only-schemas.ts' // first, so that no schema is made before it
import type { z } from 'zod'
import { DocumentFile } from './document-file.ts'
import { PlanFile } from './plan-file.ts'
import { formHints, Text } from './plan-values.ts'

/**
 * `needs`: what is put where a key is missing that every such part has. `tag`: the key by which a
 * part of several shapes is known.
 */
export type Shape =
  | { is: 'string' | 'number' | 'yes' | 'words' }
  | { is: 'list'; of: Shape }
  | { is: 'map'; of: Shape }
  | { is: 'object'; keys: Shapes; needs: Readonly<Record<string, unknown>>; tag?: string }
  | { is: 'either'; of: readonly Shape[] }
  | { is: 'later'; of: () => Shape }
type Shapes = Readonly<Record<string, Shape>>

const NO_WORDS = { zh: '', en: '' }

/** A schema as the library describes it to programs that read schemas. */
const defOf = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def

/** What stands in a part before anything was written or chosen. */
function blankOf(schema: z.core.$ZodType): unknown {
  const hint = formHints.get(schema as z.ZodType)
  if (hint?.blank !== undefined) return hint.blank
  if (hint?.shapes) return { all: [] }
  if (schema === Text) return NO_WORDS
  const def = defOf(schema)
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries)[0]
    case 'literal':
      return def.values[0]
    case 'number':
      return 0
    case 'array':
      return []
    case 'record':
    case 'object':
      return {}
    case 'union':
      return def.options[0] && blankOf(def.options[0])
    case 'lazy':
      return blankOf(def.getter())
    case 'pipe':
      return blankOf(def.in)
    default:
      return ''
  }
}

const isRequired = (schema: z.core.$ZodType): boolean =>
  !['optional', 'nullable', 'default'].includes(defOf(schema).type)

function objectShape(shape: z.core.$ZodShape, tag?: string): Shape {
  const required = Object.entries(shape).filter(([, schema]) => isRequired(schema))
  return {
    is: 'object',
    keys: Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, shapeOf(schema)])),
    needs: Object.fromEntries(required.map(([key, schema]) => [key, blankOf(schema)])),
    ...(tag !== undefined && { tag }),
  }
}

function shapeOf(schema: z.core.$ZodType): Shape {
  const shapes = formHints.get(schema as z.ZodType)?.shapes
  if (shapes)
    // a condition is made of conditions
    return {
      is: 'later',
      of: once(() => ({
        is: 'either',
        of: Object.entries(shapes).map(([tag, item]) => {
          const def = defOf(item)
          return def.type === 'object' ? objectShape(def.shape, tag) : shapeOf(item)
        }),
      })),
    }
  if (schema === Text) return { is: 'words' }
  const def = defOf(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return shapeOf(def.innerType)
    case 'pipe':
      return shapeOf(def.in)
    case 'lazy':
      return { is: 'later', of: once(() => shapeOf(def.getter())) }
    case 'array':
      return { is: 'list', of: shapeOf(def.element) }
    case 'record':
      return { is: 'map', of: shapeOf(def.valueType) }
    case 'object':
      return objectShape(def.shape)
    case 'union':
      return { is: 'either', of: def.options.map(shapeOf) }
    case 'number':
      return { is: 'number' }
    case 'boolean':
      return { is: 'yes' }
    default:
      return { is: 'string' }
  }
}

function once<T>(make: () => T): () => T {
  let created: T | undefined
  return () => (created ??= make())
}

/** The whole file of a plan. */
export const PLAN_SHAPE: Shape = shapeOf(PlanFile)
/** The whole file of a document. */
export const DOCUMENT_SHAPE: Shape = shapeOf(DocumentFile)
