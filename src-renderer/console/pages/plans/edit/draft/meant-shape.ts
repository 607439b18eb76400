/**
 * Finds the shape of a plan file that a value was meant to have, however much of it is still
 * missing.
 */
import type { Shape } from '#shared/contract/plan-shape.ts'

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is of the kind that a shape is; its parts are not looked at. */
export function fits(value: unknown, shape: Shape): boolean {
  switch (shape.is) {
    case 'string':
      return typeof value === 'string' || typeof value === 'number'
    case 'number':
      return typeof value === 'number'
    case 'yes':
      return typeof value === 'boolean'
    case 'words':
      return isMap(value) || typeof value === 'string'
    case 'list':
      return Array.isArray(value)
    case 'map':
    case 'object':
      return isMap(value)
    case 'either':
      return meant(value, shape.of) !== undefined
    case 'later':
      return fits(value, shape.of())
  }
}

/**
 * Which of several shapes was meant: among objects the one with most keys in common, the first of
 * them if several have. A shape that is told by a key is meant only where that key is.
 */
function meant(value: unknown, shapes: readonly Shape[]): Shape | undefined {
  const common = (shape: Shape): number =>
    shape.is === 'object' && isMap(value)
      ? Object.keys(shape.keys).filter((key) => key in value).length
      : 0
  const alone = shapes.filter(({ is }) => is === 'object').length === 1
  const isMeant = (shape: Shape): boolean =>
    shape.is !== 'object' ||
    !isMap(value) ||
    (shape.tag !== undefined ? shape.tag in value : alone || common(shape) > 0)
  return shapes
    .filter((shape) => fits(value, shape) && isMeant(shape))
    .toSorted((a, b) => common(b) - common(a))[0]
}

/** The shape itself, where it stands behind others: which one was meant by this value. */
export function plainShape(value: unknown, shape: Shape | undefined): Shape | undefined {
  if (shape?.is === 'later') return plainShape(value, shape.of())
  return shape?.is === 'either' ? plainShape(value, meant(value, shape.of)) : shape
}
