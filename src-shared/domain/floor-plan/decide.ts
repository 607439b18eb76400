/** Decides whether a place gets a floor plan, or loses it. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { unknownPlace } from '../places/refusals.ts'
import { localized } from '../text.ts'
import { readDrawing } from './drawing.ts'
import type { FloorPlan, FloorPlanEvent } from './stream.ts'

/** `svg`: the file as it came. */
export type SetFloorPlan = { type: 'SetFloorPlan'; svg: string }
export type RemoveFloorPlan = { type: 'RemoveFloorPlan' }
export type FloorPlanCommand = SetFloorPlan | RemoveFloorPlan

const unreadable = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '这个文件不是完整的SVG图，或者里面没有图形，或者太大',
      'This file is no whole SVG drawing, has no shapes in it, or is too large',
    ),
    ['svg'],
  )

/**
 * `places`: ids of the register. Refuses `unknown-place`, and as `bad-input` what is no drawing. A
 * plan may be taken away from a place that is gone.
 */
export function decideFloorPlan(
  before: FloorPlan | null,
  command: FloorPlanCommand,
  { placeId, places }: { placeId: string; places: ReadonlySet<string> },
): Decision<FloorPlanEvent> {
  if (command.type === 'RemoveFloorPlan')
    return before?.drawing ? accept({ type: 'FloorPlanRemoved' }) : accept()
  if (!places.has(placeId)) return unknownPlace(placeId)
  const read = readDrawing(command.svg)
  if (!read) return unreadable()
  return before?.drawing && isSame(before.drawing, read.drawing)
    ? accept()
    : accept({ type: 'FloorPlanSet', drawing: read.drawing })
}
