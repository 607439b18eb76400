/** The streams of the floor plans, one for each place that has one. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { SHAPE_TAGS, type FloorDrawing, type FloorShape } from './drawing.ts'

/** In place of the one before. */
export type FloorPlanSet = { type: 'FloorPlanSet'; drawing: FloorDrawing }
export type FloorPlanRemoved = { type: 'FloorPlanRemoved' }
export type FloorPlanEvent = FloorPlanSet | FloorPlanRemoved

/** `drawing` null: it was taken away. `at` in UTC ms, `by`: when and by whom. */
export type FloorPlan = { drawing: FloorDrawing | null; at: number; by: string }

const name = is.fields<FloorShape['names'][number]>({ element: is.number, name: is.words })
const shape = is.fields<FloorShape>({
  tag: is.oneOf(SHAPE_TAGS),
  attributes: is.map(is.words),
  matrix: is.list(is.number),
  names: is.list(name),
  box: is.list(is.number),
})

/** Null while the place never had one. */
export const floorPlanStream = defineStream<
  FloorPlan | null,
  FloorPlanEvent,
  { 'floor-plan': FloorPlan }
>({
  name: 'floor-plan.',
  initial: () => null,
  evolve: (_plan, event: Recorded<FloorPlanEvent>) => ({
    drawing: event.type === 'FloorPlanRemoved' ? null : event.drawing,
    ...{ at: event.at, by: event.by },
  }),
  documents: {
    'floor-plan': {
      of: (plan) => plan,
      name: localized('平面图', 'the floor plans'),
      hasForm: is.fields<FloorPlan>({
        at: is.number,
        by: is.words,
        drawing: is.orNull(
          is.fields<FloorDrawing>({ box: is.list(is.number), shapes: is.list(shape) }),
        ),
      }),
    },
  },
})
